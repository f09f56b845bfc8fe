#include "mend/text/told_line.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::size_t statement_bytes_max = 2000;
constexpr std::size_t statement_lines_max = 20;

constexpr auto binders = std::to_array<std::string_view>({"const", "let", "var"});
constexpr auto definitions = std::to_array<std::string_view>({"def", "async", "class", "function"});

std::size_t begin_of_line(std::string_view text, std::size_t at) { return at == 0 ? 0 : text.rfind('\n', at - 1) + 1; }

std::string_view line_from(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// Does a statement that begins at a byte go on up to another one? A bracket is open at the end of all its lines.
bool goes_on(std::string_view text, std::size_t begin, std::size_t at) {
  if (at - begin > statement_bytes_max) return false;
  int depth = 0;
  for (const char c : text.substr(begin, at - begin)) {
    depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
    if (c == '\n' && depth <= 0) return false;
  }
  return true;
}

// The name that a line gives a value: "DATA = ROOT / 'data'", "const data = …"; "" for none.
std::string_view name_bound(std::string_view line) {
  auto at = indent_of(line);
  if (is_among(word_at(line, at), binders)) at = line.find_first_not_of(' ', at + word_at(line, at).size());
  const auto name = word_at(line, std::min(at, line.size()));
  if (name.empty()) return "";
  const auto behind = trim(line.substr(offset_in(line, name) + name.size()));
  return behind.starts_with('=') && !behind.starts_with("==") && !behind.starts_with("=>") ? name : std::string_view();
}

// The line on which the statement that gives a name the value at a byte begins; npos for none.
std::size_t binding_of(std::string_view text, std::size_t at) {
  auto begin = begin_of_line(text, at);
  for (std::size_t i = 0; i < statement_lines_max && goes_on(text, begin, at); ++i) {
    if (!name_bound(line_from(text, begin)).empty()) return begin;
    if (begin == 0) return npos;
    begin = begin_of_line(text, begin - 1);
  }
  return npos;
}

bool is_constant(std::string_view text, std::size_t begin, std::string_view name) {
  if (indent_of(line_from(text, begin)) > 0) return false;
  if (!std::ranges::all_of(name, [](char c) { return is_upper(c) || is_digit(c) || c == '_'; })) return false;
  return std::ranges::count(split_lines(text), name, name_bound) == 1;
}

// Does nothing between a line and one below it end the block, begin another one of its own names, or give the name another value?
bool holds_until(std::string_view text, std::size_t begin, std::size_t use, std::string_view name) {
  if (begin >= use) return false;
  const auto indent = indent_of(line_from(text, begin));
  const auto lines = split_lines(text.substr(begin, use - begin));
  return std::ranges::all_of(lines.begin() + 1, lines.end(),
                             [&](auto line) {
                               const auto first = word_at(line, indent_of(line));
                               return trim(line).empty() || (indent_of(line) >= indent &&
                                                             !is_among(first, definitions) && name_bound(line) != name);
                             }) &&
         indent_of(line_from(text, use)) >= indent;
}

}  // namespace

bool is_told(std::string_view text, std::size_t at, std::size_t line) {
  std::size_t use = 0;
  for (std::size_t i = 1; i < line && use != npos; ++i) {
    use = text.find('\n', use);
    if (use != npos) ++use;
  }
  if (line == 0 || use >= text.size()) return false;
  const auto told = line_from(text, use);
  if (at >= use && (at < use + told.size() || goes_on(text, use, at))) return true;
  const auto begin = binding_of(text, at);
  if (begin == npos) return false;
  const auto name = name_bound(line_from(text, begin));
  if (words_in(told, name).empty()) return false;
  return is_constant(text, begin, name) || holds_until(text, begin, use, name);
}

}  // namespace regreen
