#include "mend/c/code/owner.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto owners = std::to_array<std::string_view>(
    {"unique_ptr", "thread", "jthread", "future", "promise", "packaged_task", "unique_lock"});

// What owns as its elements do.
constexpr auto holders =
    std::to_array<std::string_view>({"vector", "deque", "list", "array", "map", "multimap", "unordered_map", "optional",
                                     "pair", "tuple", "queue", "stack"});

// The `<` of the angle brackets that close before `end`.
std::size_t opening_angle(std::string_view code, std::size_t end) {
  std::size_t depth = 0;
  for (auto at = end; at-- > 0;) {
    if (code[at] == '>') ++depth;
    if (code[at] == '<' && --depth == 0) return at;
    if (contains(";{}", code.substr(at, 1))) return npos;
  }
  return npos;
}

bool is_owner(std::string_view word) { return is_among(word, owners); }

// Does `auto name = std::make_unique<…>(…)` declare it?
bool makes_owner(std::string_view code, std::size_t name, std::size_t name_end) {
  const auto end = end_of_code_before(code, name);
  const auto equals = code.find_first_not_of(" \t\r\n", name_end);
  if (word_before(code, end) != "auto" || equals == npos || code[equals] != '=') return false;
  auto value = trim(code.substr(equals + 1, 60));
  if (value.starts_with("std::")) value.remove_prefix(5);
  return value.starts_with("make_unique<") || value.starts_with("unique_ptr<") || value.starts_with("thread(") ||
         value.starts_with("thread{");
}

// The end of the function that the parameters between brackets belong to; behind `: a_{a}, b_(b)` where that stands there.
std::size_t end_of_function(std::string_view code, std::size_t parameters) {
  const auto close = closing_bracket(code, parameters);
  auto open = close == npos ? npos : code.find_first_of(";{", close);
  const bool initialises = close != npos && behind(code, close + 1) == ':';
  while (open != npos && code[open] == '{') {
    const auto end = closing_bracket(code, open);
    if (end == npos || !initialises || (behind(code, end + 1) != ',' && behind(code, end + 1) != '{')) return end;
    open = code.find_first_of(";{", end + 1);
  }
  return npos;
}

// Does a brace open a block of statements, and not a class?
bool opens_block(std::string_view code, std::size_t open) {
  const auto head = head_before(code, open);
  return std::ranges::none_of(std::to_array<std::string_view>({"class", "struct", "union", "namespace", "enum"}),
                              [&](auto word) { return !words_in(head, word).empty(); });
}

}  // namespace

char behind(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(" \t\r\n", at);
  return next == npos ? ' ' : code[next];
}

bool ends_owner(std::string_view code, std::size_t end) {
  end = end_of_code_before(code, end);
  if (end == 0) return false;
  const auto open = code[end - 1] == '>' ? opening_angle(code, end) : end;
  if (open == npos) return false;
  const auto name = word_before(code, open);
  if (is_owner(name) || open == end) return is_owner(name);
  return is_among(name, holders) &&
         std::ranges::any_of(owners, [&](auto word) { return !words_in(code.substr(open, end - open), word).empty(); });
}

std::optional<Owner> owner_of(std::string_view code, std::string_view name, std::size_t use) {
  std::optional<Owner> found;
  for (const auto at : words_in(code, name)) {
    if (at >= use) break;
    const bool is_declared = ends_owner(code, at) || makes_owner(code, at, at + name.size());
    if (!is_declared || !contains("=;,){(", std::string(1, behind(code, at + name.size())))) continue;
    const auto around = bracket_around(code, at);
    if (around == npos || code[around] == '[' || (code[around] == '{' && !opens_block(code, around))) continue;
    const auto end = code[around] == '(' ? end_of_function(code, around) : closing_bracket(code, around);
    if (code[around] == '{' && !words_in(head_before(code, at), "static").empty()) continue;
    if (end != npos && use < end) found = Owner{at, end};
  }
  return found;
}

}  // namespace regreen
