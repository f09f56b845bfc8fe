#include "mend/text/joined_path.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"
#include "mend/text/told_line.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::size_t statement_bytes_max = 2000;

constexpr auto joiners = std::to_array<std::string_view>({"join", "joinpath", "resolve", "Path", "PurePath"});

bool is_quote(char c) { return c == '"' || c == '\''; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// A part of a path in quotes, and what joins it to the one in front.
struct Part {
  std::string_view text;
  std::size_t begin = 0, end = 0;  ///< with the quotes
};

std::optional<Part> part_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_quote(text[at])) return std::nullopt;
  const auto end = text.find_first_of("\"'\\\n", at + 1);
  if (end == npos || text[end] != text[at]) return std::nullopt;
  return Part{text.substr(at + 1, end - at - 1), at, end + 1};
}

// The call that has a byte between its brackets, by its last name; "" where that is a list, or further away than anybody writes.
std::string_view call_around(std::string_view text, std::size_t at) {
  const auto stop = at - std::min(at, statement_bytes_max);
  std::size_t depth = 0;
  while (at-- > stop) {
    if (contains(")]}", text.substr(at, 1))) ++depth;
    if (text[at] == ';') return "";
    if (contains("([{", text.substr(at, 1)) && depth-- == 0) return text[at] == '(' ? word_before(text, at) : "";
  }
  return "";
}

// The sign that joins what begins at a byte to what stands in front of it: '/', ',' in a call that joins; '\0' for none.
char joiner_before(std::string_view text, std::size_t at) {
  const auto front = text.find_last_not_of(" \t\r\n", at == 0 ? npos : at - 1);
  if (at == 0 || front == npos) return '\0';
  if (text[front] == '/') return '/';
  return (text[front] == ',' || text[front] == '(') && is_among(call_around(text, at), joiners) ? text[front] : '\0';
}

std::size_t end_of_code(std::string_view text, std::size_t end) {
  return text.substr(0, end).find_last_not_of(" \t\r\n") + 1;
}

// Where the operand in front of a joiner begins: back to the bracket or comma before it, or to what is no word of it.
std::size_t operand_begin(std::string_view text, std::size_t end, char joiner) {
  const auto stop = end - std::min(end, statement_bytes_max);
  std::size_t depth = 0, at = end;
  for (; at > stop; --at) {
    const char c = text[at - 1];
    if (c == ')' || c == ']') ++depth;
    const bool is_outside = depth == 0 && (joiner == '/' ? !is_word_byte(c) && c != '.' : c == ',');
    if (is_outside || ((c == '(' || c == '[') && depth-- == 0)) break;
  }
  return at;
}

// Does a path begin at a byte that some place of the code's own gives it? Another folder in front, be it a variable, makes it another
// one; ".." names none.
bool begins_path(std::string_view text, std::size_t at, char joiner) {
  if (joiner == '(') return true;
  auto end = end_of_code(text, at) - 1;
  for (;;) {
    end = end_of_code(text, end);
    const auto front = text.substr(0, end);
    if (!front.ends_with("\"..\"") && !front.ends_with("'..'")) break;
    end = end_of_code(text, end - 4);
    if (end == 0 || text[end - 1] != joiner) return end > 0 && text[end - 1] == '(';
    --end;
  }
  const auto begin = operand_begin(text, end, joiner);
  const auto operand = text.substr(begin, end - begin);
  const auto before = end_of_code(text, begin);
  const bool is_first = before == 0 || text[before - 1] != joiner;
  return is_first && !trim(operand).empty() && operand.find_first_of("\"'/,") == npos;
}

// Is something joined behind a byte? A comma at the end of a call joins nothing.
bool goes_on(std::string_view text, std::size_t end, char sign) {
  const auto next = skip_blanks(text, end);
  return text.substr(next, 1) == std::string(1, sign) && text.substr(skip_blanks(text, next + 1), 1) != ")";
}

bool is_in_comment(std::string_view text, std::size_t at) {
  const auto line = text.rfind('\n', at);
  const auto front = text.substr(line == npos ? 0 : line + 1, at - (line == npos ? 0 : line + 1));
  return contains(front, "#") || contains(front, "//");
}

}  // namespace

bool is_joined(std::string_view text, std::size_t at) {
  return at > 0 && is_quote(text[at - 1]) && contains("/,", std::string(1, joiner_before(text, at - 1)));
}

bool is_joined_first(std::string_view text, std::size_t at) {
  return is_joined(text, at) && begins_path(text, at - 1, joiner_before(text, at - 1));
}

std::vector<Edit> joined_anew(std::string_view text, std::size_t line, std::string_view path, std::string_view meant) {
  const auto parts = split(path, '/');
  std::vector<Edit> edits;
  for (std::size_t at = text.find(parts[0]); parts.size() > 1 && at != npos; at = text.find(parts[0], at + 1)) {
    auto part = at == 0 ? std::nullopt : part_at(text, at - 1);
    const auto joiner = part ? joiner_before(text, part->begin) : '\0';
    if (joiner == '\0' || is_in_comment(text, at) || !is_told(text, at, line)) continue;
    const auto begin = part->begin;
    if (!begins_path(text, begin, joiner)) continue;
    const char sign = joiner == '/' ? '/' : ',';
    std::size_t known = 0, end = begin;
    while (part && known < parts.size() && part->text == parts[known]) {
      ++known;
      end = part->end;
      part = goes_on(text, end, sign) ? part_at(text, skip_blanks(text, skip_blanks(text, end) + 1)) : std::nullopt;
    }
    if (known < parts.size() || goes_on(text, end, sign)) continue;
    const std::string quote(1, text[begin]), between = quote + (sign == '/' ? " / " : ", ") + quote;
    edits.push_back({begin, end - begin, quote + replace_all(std::string(meant), "/", between) + quote});
  }
  if (edits.size() > 1) return {};
  return edits;
}

}  // namespace regreen
