#include "mend/python/types/asked_of_class.h"

#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <cctype>

namespace regreen {
namespace {

constexpr std::string_view any_class = "*";

// By their look: `Site`, not the constant `SITE`, which holds an object.
bool may_be_class(std::string_view name) {
  const auto is_lower = [](unsigned char c) { return std::islower(c) != 0; };
  return !name.empty() && std::isupper(static_cast<unsigned char>(name[0])) != 0 &&
         (name.size() == 1 || std::ranges::any_of(name, is_lower));
}

// What the class is called whose attribute is asked for at `dot`; any for `cls` and the like; "" for what looks like an object.
std::string_view asked_at(const PythonSource& source, std::size_t dot) {
  const auto name = source.text(dot - 1);
  if (name == "cls" || name == "__class__") return any_class;
  if (name != ")") return source.is_name(dot - 1) ? name : "";
  const auto open = opening(source, dot - 1);
  const bool is_class = open && *open > 0 && (source.is(*open - 1, "type") || source.is(*open - 1, "super"));
  return is_class ? any_class : "";
}

}  // namespace

AskedOfClasses::AskedOfClasses(const Tree& tree, const std::vector<std::string>& files) {
  for (const auto& path : files) {
    const auto text = tree.read(path);
    if (text && text->size() <= source_bytes_max) read(PythonSource(*text));
  }
}

void AskedOfClasses::read(const PythonSource& source) {
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      if (name.alias.empty()) continue;
      const auto [known, is_new] = aliases_.emplace(name.alias, leaf_of(name.name));
      if (!is_new && known->second != leaf_of(name.name)) known->second = any_class;
    }
  }
  for (const auto& one : source.statements()) {
    if (!source.is(one.first, "class")) continue;
    auto& bases = bases_[std::string(source.text(one.first + 1))];
    for (auto i = one.first + 2; i < one.last; ++i) {
      if (source.is_name(i)) bases.emplace(source.text(i));
    }
  }
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    if (source.is(i, ".") && source.is_name(i + 1)) ask(asked_at(source, i), source.text(i + 1));
    const auto& told = source.tokens()[i + 1];  // getattr(Site, "night")
    if (source.is(i, ",") && told.kind == PyKind::string && told.length > 2)
      ask(source.text(i - 1) == "cls" ? any_class : source.text(i - 1), source.text(told).substr(1, told.length - 2));
  }
}

void AskedOfClasses::ask(std::string_view owner, std::string_view field) {
  if (!owner.empty()) askers_[std::string(field)].emplace(owner);
}

// The names that are asked, and the classes above them; any where it cannot be told which class has the name.
AskedOfClasses::Names AskedOfClasses::classes_asked(std::string_view field) const {
  Names all;
  std::vector<std::string> rest;
  const auto add = [&](const std::string& name) {
    if (all.insert(name).second) rest.push_back(name);
  };
  const auto askers = askers_.find(field);
  for (const auto& asker : askers == askers_.end() ? Names() : askers->second) {
    const auto alias = aliases_.find(asker);
    const auto& name = alias == aliases_.end() ? asker : alias->second;
    add(may_be_class(name) && !bases_.contains(name) ? std::string(any_class) : name);
  }
  while (!rest.empty()) {
    const auto above = bases_.find(rest.back());
    rest.pop_back();
    if (above != bases_.end()) std::ranges::for_each(above->second, add);
  }
  return all;
}

bool AskedOfClasses::has(std::string_view owner, std::string_view field) {
  auto known = known_.find(field);
  if (known == known_.end()) known = known_.emplace(field, classes_asked(field)).first;
  return known->second.contains(owner) || known->second.contains(any_class);
}

}  // namespace regreen
