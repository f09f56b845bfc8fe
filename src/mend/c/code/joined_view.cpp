#include "mend/c/code/joined_view.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/joined_text.h"
#include "mend/c/language/notes.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A part of a code.
struct Span {
  std::size_t begin = 0, end = 0;
};

std::string_view without_const(std::string_view type) { return type.starts_with("const ") ? type.substr(6) : type; }

bool is_view(std::string_view type) {
  constexpr auto views = std::to_array<std::string_view>(
      {"std::string_view", "string_view", "std::basic_string_view<char>", "basic_string_view<char>"});
  return is_among(without_const(type), views);
}

bool is_text(std::string_view type) {
  constexpr auto characters = std::to_array<std::string_view>({"char", "char*", "char *", "string", "std::string"});
  const auto plain = without_const(type);
  return is_view(type) || is_among(plain, characters) || plain.starts_with("char [") || plain.starts_with("char[") ||
         plain.starts_with("basic_string<char") || plain.starts_with("std::basic_string<char") ||
         plain.starts_with("std::__cxx11::basic_string<char");
}

// The types of the two sides: "'A' {aka 'a'} and 'B' {aka 'b'})".
std::optional<std::pair<std::string, std::string>> sides_in(std::string_view text) {
  const auto said = plain_quotes(text);
  for (const std::string_view mark :
       {"no match for 'operator+' (operand types are '", "invalid operands to binary expression ('"}) {
    const auto at = said.find(mark);
    const auto left = at == npos ? npos : at + mark.size();
    const auto middle = left == npos ? npos : said.find(" and '", left);
    if (middle == npos) continue;
    const auto right = middle + std::string_view(" and '").size();
    return std::pair(said.substr(left, said.find('\'', left) - left),
                     said.substr(right, said.find('\'', right) - right));
  }
  return std::nullopt;
}

// Where a name ends that a member, a call or an element may follow: "sink->name()", "parts[0]".
std::size_t end_of_operand(std::string_view code, std::size_t at) {
  for (;;) {
    const auto word = word_at(code, at);
    if (word.empty() || (word[0] >= '0' && word[0] <= '9')) return npos;
    at += word.size();
    while (at < code.size() && contains("([", code.substr(at, 1))) {
      const auto close = closing_bracket(code, at);
      if (close == npos) return npos;
      at = close + 1;
    }
    const auto rest = code.substr(at);
    if (rest.starts_with("::") || rest.starts_with("->"))
      at += 2;
    else if (rest.starts_with('.'))
      at += 1;
    else
      return at;
  }
}

std::optional<Span> right_of(std::string_view code, std::size_t plus) {
  const auto begin = code.find_first_not_of(" \t\r\n", plus + 1);
  const auto end = begin == npos ? npos : end_of_operand(code, begin);
  const auto next = end == npos ? npos : code.find_first_not_of(" \t\r\n", end);
  if (next == npos || !contains("+;),]}", code.substr(next, 1))) return std::nullopt;
  return Span{begin, end};
}

// Can what stands in front of a side not belong to it?
bool may_begin_behind(std::string_view front) {
  return contains("(,={[<?:", front.substr(front.size() - 1)) ? !front.ends_with("::")
                                                              : word_before(front, front.size()) == "return";
}

// The side in front of a `+`: the longest name that ends there and that something else stands in front of.
std::optional<Span> left_of(std::string_view code, std::size_t plus) {
  const auto end = trim(code.substr(0, plus)).empty() ? npos : code.find_last_not_of(" \t\r\n", plus - 1) + 1;
  if (end == npos) return std::nullopt;
  code = code.substr(0, end);
  std::optional<Span> found;
  const auto first = code.find_last_of(";{}", end - 1);
  for (auto at = first == npos ? 0 : first + 1; at < end; ++at) {
    const auto front = trim(code.substr(0, at));
    if (front.empty() || !may_begin_behind(front) || is_word_byte(code[at - 1])) continue;
    if (!found && end_of_operand(code, at) == end) found = Span{at, end};
  }
  return found;
}

void copy_side(const std::optional<Span>& side, std::vector<Edit>& edits) {
  if (!side) return;
  edits.push_back({side->begin, 0, "std::string("});
  edits.push_back({side->end, 0, ")"});
}

}  // namespace

std::vector<Edit> joined_views(std::string_view code, std::size_t at, std::string_view said, const ViewTakers& takers) {
  const auto sides = sides_in(said);
  const bool is_plus = at + 1 < code.size() && code[at] == '+' && !contains("+=", code.substr(at + 1, 1));
  if (!sides || !is_plus || !is_text(sides->first) || !is_text(sides->second) || !is_joined_text_safe(code, at, takers))
    return {};
  const auto left = is_view(sides->first) ? left_of(code, at) : std::nullopt;
  const auto right = is_view(sides->second) ? right_of(code, at) : std::nullopt;
  if (is_view(sides->first) != left.has_value() || is_view(sides->second) != right.has_value()) return {};
  std::vector<Edit> edits;
  copy_side(left, edits);
  copy_side(right, edits);
  return edits;
}

}  // namespace regreen
