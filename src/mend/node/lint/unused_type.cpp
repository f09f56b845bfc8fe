#include "mend/node/lint/unused_type.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

// How lines begin that are no part of a type.
constexpr auto statements =
    std::to_array<std::string_view>({"export", "import", "function", "class", "const", "let", "var", "enum", "async",
                                     "interface", "type", "declare", "abstract", "namespace", "return", "if", "for"});

// Does a type go on behind the end of a line, as its last sign or the first one below says?
bool goes_on(std::string_view code, std::size_t end) {
  const auto before = end_of_code_before(code, end);
  const auto below = code.find_first_not_of(blanks, end);
  const auto last = before == 0 ? ' ' : code[before - 1];
  const bool open = contains("=|&,(<:?", std::string_view(&last, 1)) || code.substr(0, before).ends_with("=>");
  if (open || below == npos) return open;
  const auto word = word_at(code, below);
  return contains("|&?:.=)", code.substr(below, 1)) || word == "extends" || word == "is";
}

// Where `type Id = …` ends, that begins at a byte: at its `;` or the end of a line.
std::size_t end_of_type(std::string_view code, std::size_t begin) {
  int depth = 0;
  for (auto at = begin; at < code.size(); ++at) {
    const auto sign = code.substr(at, 1);
    const bool is_arrow = sign == ">" && code[at - 1] == '=';
    if (contains("{([<", sign)) ++depth;
    if (contains("})]>", sign) && !is_arrow && --depth < 0) return npos;
    if (depth == 0 && (sign == ";" || (sign == "\n" && !goes_on(code, at)))) return at;
  }
  return depth == 0 ? code.size() : npos;
}

std::size_t end_of_interface(std::string_view code, std::size_t begin) {
  const auto open = code.find('{', begin);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  return close == npos ? npos : close + 1;
}

// Does a statement of its own begin on a line of the text?
bool holds_statement(std::string_view code) {
  return std::ranges::any_of(split_lines(code), [](auto line) { return is_among(word_at(line, 0), statements); });
}

}  // namespace

std::optional<Edit> without_type(std::string_view text, std::size_t number, std::string_view name) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  const auto begin = lines.begin(number);
  const auto line = std::string_view(code).substr(begin, lines.line(number).size());
  const auto kind = word_at(line, 0);
  if ((kind != "type" && kind != "interface") || word_at(line, kind.size() + 1) != name) return std::nullopt;
  const auto end = kind == "type" ? end_of_type(code, begin) : end_of_interface(code, begin);
  if (end == npos) return std::nullopt;
  const auto last = lines.number_at(std::min(end, code.size() - 1));
  const auto rest = trim(std::string_view(code).substr(end, std::max(lines.end(last), end) - end));
  const auto first = lines.end(number) - begin;
  const auto gone = std::string_view(code).substr(begin, lines.end(last) - begin);
  if ((!rest.empty() && rest != ";") || holds_statement(gone.substr(std::min(first, gone.size())))) return std::nullopt;
  auto next = last + 1;
  if (lines.has(next) && trim(lines.line(next)).empty()) ++next;
  return Edit{begin, lines.begin(next) - begin, ""};
}

}  // namespace regreen
