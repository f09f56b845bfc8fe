#include "mend/rust/language/function.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The function whose parameters or body a bracket opens.
std::optional<RustFunction> function_of(std::string_view code, std::size_t bracket) {
  const auto head = head_before(code, bracket);
  const auto words = words_in(head, "fn");
  if (words.empty()) return std::nullopt;
  const auto list = rust_parameters_at(code, offset_in(code, head) + words.front());
  if (list == npos || list > bracket) return std::nullopt;
  const auto end = closing_bracket(code, list);
  const auto open = code[bracket] == '{' ? bracket : end == npos ? npos : code.find_first_of("{;", end);
  const auto close = open == npos || code[open] != '{' ? npos : closing_bracket(code, open);
  return close == npos ? std::nullopt : std::optional(RustFunction{list, open, close});
}

// The braces around a place, the innermost first, up to that of the function.
std::vector<std::size_t> braces_around(std::string_view code, const RustFunction& function, std::size_t at) {
  std::vector<std::size_t> braces;
  for (at = bracket_around(code, at); at != npos && at >= function.open; at = bracket_around(code, at)) {
    if (code[at] == '{') braces.push_back(at);
  }
  return braces;
}

// `let level`, `let (level, name)`.
bool is_declared_by_let(std::string_view code, std::size_t at) {
  const auto head = trim(head_before(code, at));
  return (head.starts_with("let ") || head == "let") && !contains(head, "=");
}

}  // namespace

std::size_t rust_parameters_at(std::string_view code, std::size_t fn) {
  const auto bracket = code.find_first_of("(<{;", fn);
  if (bracket == npos || code[bracket] == '(') return bracket;
  const auto close = code[bracket] == '<' ? closing_angle(code, bracket) : npos;
  return close == npos ? npos : code.find('(', close);
}

std::optional<RustFunction> rust_function_around(std::string_view code, std::size_t at) {
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (const auto function = code[open] == '[' ? std::nullopt : function_of(code, open)) return function;
  }
  return std::nullopt;
}

bool is_rust_name_around(std::string_view code, const RustFunction& function, std::size_t at, std::string_view name) {
  auto braces = braces_around(code, function, at);
  if (braces.size() < 2) return false;
  braces.erase(braces.begin());
  const auto part = code.substr(function.list, at - function.list);
  return std::ranges::any_of(words_in(part, name), [&](auto offset) {
    const auto other = function.list + offset;
    if (function.has_parameter(other)) return code.substr(other + name.size(), 1) == ":";
    if (!is_declared_by_let(code, other)) return false;
    const auto around = braces_around(code, function, other);
    return !around.empty() && is_among(around.front(), braces);
  });
}

}  // namespace regreen
