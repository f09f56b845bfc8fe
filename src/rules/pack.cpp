#include "rules/pack.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace regreen {
namespace {

// One description of each noun for both directions: a Writer or a Reader visits its fields in order.

// Rows of numbers, which are written as they lie in memory: only the program that packed them reads them.
template <typename T>
inline constexpr bool is_plain = std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>;

class Writer {
 public:
  void operator()(const std::string& text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void operator()(double value) { number(std::bit_cast<std::uint64_t>(value)); }
  void operator()(std::uint64_t value) { number(value); }
  void operator()(std::uint32_t value) { number(value); }
  void operator()(std::uint16_t value) { number(value); }
  void operator()(bool value) { bytes_ += value ? '\1' : '\0'; }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum value) { bytes_ += static_cast<char>(value); }
  template <typename Tag>
  void operator()(const Id<Tag>& id) {
    (*this)(id.value);
  }
  template <typename T>
  void operator()(const std::vector<T>& all) {
    number(static_cast<std::uint32_t>(all.size()));
    if constexpr (is_plain<T>) {
      bytes_.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(T));
    } else {
      for (const auto& one : all) visit(*this, one);
    }
  }
  template <typename Value>
  void operator()(const std::map<std::string, Value, std::less<>>& all) {
    number(static_cast<std::uint32_t>(all.size()));
    for (const auto& [key, value] : all) {
      (*this)(key);
      (*this)(value);
    }
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  void operator()(std::string& text) { text = std::string(take(number<std::uint32_t>())); }
  void operator()(double& value) { value = std::bit_cast<double>(number<std::uint64_t>()); }
  void operator()(std::uint64_t& value) { value = number<std::uint64_t>(); }
  void operator()(std::uint32_t& value) { value = number<std::uint32_t>(); }
  void operator()(std::uint16_t& value) { value = number<std::uint16_t>(); }
  void operator()(bool& value) { value = number<std::uint8_t>() != 0; }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) { value = static_cast<Enum>(number<std::uint8_t>()); }
  template <typename Tag>
  void operator()(Id<Tag>& id) {
    (*this)(id.value);
  }
  template <typename T>
  void operator()(std::vector<T>& all) {
    const std::size_t size = count();
    if constexpr (is_plain<T>) {
      const std::string_view bytes = take(size * sizeof(T));
      all.resize(bytes.size() / sizeof(T));
      if (!bytes.empty()) std::memcpy(all.data(), bytes.data(), bytes.size());
    } else {
      all.resize(size);
      for (auto& one : all) visit(*this, one);
    }
  }
  template <typename Value>
  void operator()(std::map<std::string, Value, std::less<>>& all) {
    const std::size_t size = count();
    for (std::size_t i = 0; i < size && good_; ++i) {
      std::string key;
      Value value;
      (*this)(key);
      (*this)(value);
      all.emplace_hint(all.end(), std::move(key), std::move(value));
    }
  }
  bool is_finished() const { return good_ && rest_.empty(); }

 private:
  // Nothing of what is counted is smaller than a byte, so that a count cannot ask for more than there is.
  std::size_t count() {
    const auto size = number<std::uint32_t>();
    if (size > rest_.size()) good_ = false;
    return good_ ? size : 0;
  }
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) good_ = false;
    if (!good_) return {};
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  template <typename Number>
  Number number() {
    Number value{};
    const auto bytes = take(sizeof value);
    if (good_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string_view rest_;
  bool good_ = true;
};

template <typename T, typename Noun>
concept Is = std::is_same_v<std::remove_const_t<T>, Noun>;

void visit(auto& each, Is<std::string> auto& text) { each(text); }
template <typename Tag>
void visit(Writer& each, const Id<Tag>& id) {
  each(id);
}
template <typename Tag>
void visit(Reader& each, Id<Tag>& id) {
  each(id);
}

void visit(auto& each, Is<Branches> auto& branches) {
  auto& needles = branches.needles;
  each(branches.all), each(branches.texts), each(branches.list_begins), each(branches.fours), each(branches.rules);
  each(branches.noise), each(needles.all), each(needles.spots), each(needles.spellings), each(needles.sets);
}

void visit(auto& each, Is<Rule> auto& rule) {
  each(rule.id), each(rule.category), each(rule.confidence), each(rule.pattern), each(rule.root_cause);
  each(rule.severity), each(rule.role), each(rule.transient), each(rule.proves), each(rule.remedies);
  each(rule.suggest), each(rule.match), each(rule.no_match), each(rule.origin), each(rule.source);
  each(rule.file), each(rule.line);
}

void visit(auto& each, Is<Noise> auto& noise) {
  each(noise.id), each(noise.pattern), each(noise.match), each(noise.no_match), each(noise.file), each(noise.line);
}

void visit(auto& each, Is<Remedy> auto& remedy) {
  each(remedy.id), each(remedy.kind), each(remedy.risk), each(remedy.title), each(remedy.commands),
      each(remedy.may_change), each(remedy.waives);
}

void visit(auto& each, Is<RuleFileContent> auto& content) {
  each(content.rules), each(content.noise), each(content.remedies), each(content.tables);
  visit(each, content.branches);
}

}  // namespace

std::string pack(const RuleFileContent& content) {
  Writer writer;
  visit(writer, content);
  return writer.take();
}

Result<RuleFileContent> unpack_rules(std::string_view bytes) {
  RuleFileContent content;
  Reader reader(bytes);
  visit(reader, content);
  if (!reader.is_finished() || !is_sound(content.branches))
    return fail(ErrorKind::invalid, "the packed rules are damaged");
  return content;
}

}  // namespace regreen
