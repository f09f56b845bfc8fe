#include "mend/python/lint/doubled_name.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

/// A definition with the decorators above it: the statements [begin, last], of which `head` has the name.
struct Definition {
  std::size_t begin = 0, head = 0, last = 0;
  std::size_t name = 0;  ///< the token
};

constexpr std::size_t earlier_max = 20;

bool is_definition(const PythonSource& source, const PyStatement& one) {
  return is_def(source, one) || source.is(one.first, "class");
}

Definition definition_at(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  auto begin = head;
  while (begin > 0 && source.is(all[begin - 1].first, "@") && all[begin - 1].indent == all[head].indent) --begin;
  const auto name = all[head].first + (source.is(all[head].first, "async") ? 2 : 1);
  return {begin, head, body_of(source, head).last, name};
}

// The definitions of the same name above it in the same block.
std::vector<Definition> earlier_ones(const PythonSource& source, const Definition& later) {
  const auto& all = source.statements();
  std::vector<Definition> found;
  for (auto s = later.begin; s-- > 0 && all[s].indent >= all[later.head].indent;) {
    if (all[s].indent != all[later.head].indent || !is_definition(source, all[s])) continue;
    const auto name = all[s].first + (source.is(all[s].first, "async") ? 2 : 1);
    if (source.text(name) == source.text(later.name)) found.push_back(definition_at(source, s));
    if (found.size() > earlier_max) return found;
  }
  return found;
}

std::string_view written(const PythonSource& source, const Definition& one) {
  const auto begin = source.statements()[one.begin].begin;
  return trim(source.text().substr(begin, source.statements()[one.last].end - begin));
}

// What fixtures, properties and overloads are called by several definitions belongs together.
bool is_of_several(const PythonSource& source, const Definition& one) {
  static constexpr auto words =
      std::to_array<std::string_view>({"fixture", "setter", "getter", "deleter", "overload", "register", "property"});
  for (auto i = source.statements()[one.begin].first; i < source.statements()[one.head].first; ++i) {
    if (is_among(source.text(i), words)) return true;
  }
  return false;
}

// What a runner finds by its name, and nothing else in the file asks for.
bool is_test_alone(const PythonSource& source, std::string_view file, const Definition& one) {
  const std::string name(source.text(one.name));
  const bool is_class = source.is(source.statements()[one.head].first, "class");
  if (!is_test_file(file) || !name.starts_with(is_class ? "Test" : "test")) return false;
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    const bool is_defined = source.is(i - 1, "def") || source.is(i - 1, "class");
    const bool is_told =
        token.kind == PyKind::string && token.length == name.size() + 2 && contains(source.text(token), name);
    if (is_told || (source.is(i, name) && !is_defined)) return false;
  }
  return true;
}

// Does another file speak of the test and of the file that it is in? What derives from it would get the first one.
bool is_asked_elsewhere(const Tree& tree, std::string_view file, std::string_view name) {
  auto module = file.substr(file.rfind('/') + 1);
  module.remove_suffix(std::string_view(".py").size());
  return std::ranges::any_of(python_files(tree), [&](const std::string& path) {
    const auto text = path == file ? std::nullopt : tree.read(path);
    return text && contains(*text, name) && contains(*text, module);
  });
}

std::string free_name(const PythonSource& source, const Definition& one, std::size_t number) {
  const std::string name(source.text(one.name));
  const bool is_class = source.is(source.statements()[one.head].first, "class");
  for (;; ++number) {
    const auto other = name + (is_class ? "" : "_") + std::to_string(number);
    if (!contains(source.text(), other)) return other;
  }
}

// With the blank lines above it.
Edit removal_of(const PythonSource& source, const Definition& one) {
  const Lines lines(source.text());
  auto first = source.statements()[one.begin].line;
  while (first > 1 && trim(lines.line(first - 1)).empty()) --first;
  return {lines.begin(first), source.statements()[one.last].end - lines.begin(first), ""};
}

// Is the name only called between two definitions? What else stands there may give it to something else, or keep the first.
bool is_only_called_between(const PythonSource& source, const Definition& one, const Definition& later) {
  const auto& all = source.statements();
  for (auto i = all[one.last].last; i < all[later.begin].first; ++i) {
    if (source.is(i, "*") && source.is(i - 1, "import")) return false;
    if (source.is(i, source.text(later.name)) && !source.is(i + 1, "(")) return false;
  }
  return true;
}

bool is_plain_function(const PythonSource& source, const Definition& one) {
  return one.begin == one.head && is_def(source, source.statements()[one.head]);
}

}  // namespace

std::vector<Edit> part_doubled_name(const Tree& tree, const PythonSource& source, std::string_view file,
                                    const PyStatement& one) {
  const auto& all = source.statements();
  auto head = static_cast<std::size_t>(&one - all.data());
  while (head + 1 < all.size() && source.is(all[head].first, "@")) ++head;
  if (!is_definition(source, all[head])) return {};
  const auto later = definition_at(source, head);
  const auto earlier = earlier_ones(source, later);
  if (earlier.empty() || is_of_several(source, later)) return {};
  const auto is_alike = [&](const Definition& other) { return written(source, other) == written(source, later); };
  const bool is_test = is_test_alone(source, file, later);
  if (!is_test && is_plain_function(source, later) && is_alike(earlier.front()) &&
      is_only_called_between(source, earlier.front(), later))
    return {removal_of(source, later)};
  if (!is_test || is_asked_elsewhere(tree, file, source.text(later.name))) return {};
  if (std::ranges::any_of(earlier, is_alike)) return {};  // what a copy was to test, its writer knows
  const auto& token = source.tokens()[later.name];
  return {{token.offset, token.length, free_name(source, later, earlier.size() + 1)}};
}

}  // namespace regreen
