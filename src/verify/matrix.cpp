#include "verify/matrix.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t combinations_max = 256;  // more GitHub refuses
constexpr std::size_t parts_max = 500;         // of one value: anchors in anchors make any number of them

class Leaves {
 public:
  explicit Leaves(const Value& value) { add(value); }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  void add(const Value& value) {
    if (++parts_ > parts_max) return;
    const auto* node = std::get_if<Yaml>(&value);
    if (node == nullptr) return texts_.push_back(text_of(value));
    const auto add_part = [this](const Yaml& part) {
      if (parts_ <= parts_max) add(resolved(part, [](auto, const auto&) { return std::nullopt; }).value_or(Value()));
    };
    node->each(add_part);
    node->each_entry([&](const std::string&, const Yaml& part) { add_part(part); });
  }

  std::size_t parts_ = 0;
  std::vector<std::string> texts_;
};

std::vector<std::string> leaves_of(const Value& value) { return Leaves(value).take(); }

Value* value_in(Combination& combination, const std::string& name) {
  const auto found = std::ranges::find(combination, name, &Combination::value_type::first);
  return found == combination.end() ? nullptr : &found->second;
}

// The entries of a mapping, or of what an expression gives.
std::optional<Combination> entries_of(const Yaml& mapping, const Scope& scope) {
  Combination entries;
  bool known = true;
  mapping.each_entry([&](const std::string& name, const Yaml& node) {
    const auto value = resolved(node, scope);
    known = known && value;
    if (value) entries.emplace_back(name, *value);
  });
  return known ? std::optional(entries) : std::nullopt;
}

std::optional<std::vector<Combination>> list_of(const Yaml& node, const Scope& scope) {
  const auto value = resolved(node, scope);
  if (!value) return std::nullopt;
  std::vector<Combination> list;
  bool known = true;
  if (const auto* whole = std::get_if<Yaml>(&*value)) {
    whole->each([&](const Yaml& part) {
      auto entries = entries_of(part, scope);
      known = known && entries;
      if (entries) list.push_back(std::move(*entries));
    });
  }
  return known ? std::optional(list) : std::nullopt;
}

void multiply(std::vector<Combination>& all, const std::string& name, const Yaml& values, const Scope& scope) {
  std::vector<Combination> products;
  for (const auto& one : all) {
    values.each([&](const Yaml& value) {
      if (products.size() == combinations_max) return;
      products.push_back(one);
      products.back().emplace_back(name, resolved(value, scope).value_or(Value()));
    });
  }
  all = std::move(products);
}

bool agrees(Combination& combination, const Combination& part) {
  return std::ranges::all_of(part, [&](const auto& entry) {
    const Value* own = value_in(combination, entry.first);
    return own != nullptr && leaves_of(*own) == leaves_of(entry.second);
  });
}

// An entry extends all products whose own values it leaves as they are; else it is a job more.
void include(std::vector<Combination>& all, std::vector<Combination>& products, const Combination& more,
             const std::vector<std::string>& own) {
  bool added = false;
  for (auto& one : products) {
    Combination shared;
    for (const auto& entry : more) {
      if (is_among(entry.first, own)) shared.push_back(entry);
    }
    if (!agrees(one, shared)) continue;
    added = true;
    for (const auto& entry : more) {
      Value* there = value_in(one, entry.first);
      if (there != nullptr)
        *there = entry.second;
      else
        one.push_back(entry);
    }
  }
  if (!added && all.size() < combinations_max) all.push_back(more);
}

}  // namespace

std::optional<std::vector<Combination>> combinations(const Yaml& matrix, const Scope& scope) {
  const auto whole = resolved(matrix, scope);
  const auto* mapping = whole ? std::get_if<Yaml>(&*whole) : nullptr;
  if (mapping == nullptr || !mapping->is_mapping()) return std::nullopt;
  const auto excluded = list_of((*mapping)["exclude"], scope), included = list_of((*mapping)["include"], scope);
  if (!excluded || !included) return std::nullopt;
  std::vector<Combination> products = {{}};
  std::vector<std::string> own;
  bool known = true;
  mapping->each_entry([&](const std::string& name, const Yaml& node) {
    if (name == "include" || name == "exclude") return;
    const auto values = resolved(node, scope);
    const auto* list = values ? std::get_if<Yaml>(&*values) : nullptr;
    known = known && list != nullptr;
    if (list == nullptr) return;
    own.push_back(name);
    multiply(products, name, *list, scope);
  });
  if (!known) return std::nullopt;
  if (own.empty()) products.clear();
  for (const auto& part : *excluded) std::erase_if(products, [&](Combination& one) { return agrees(one, part); });
  std::vector<Combination> more;
  for (const auto& entry : *included) include(more, products, entry, own);
  products.insert(products.end(), more.begin(), more.end());
  return products;
}

std::string label_of(const Combination& combination) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : combination) {
    for (auto& leaf : leaves_of(value)) parts.push_back(std::move(leaf));
  }
  return join(parts, ", ");
}

}  // namespace regreen
