#include "mend/node/language/chain.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

}  // namespace

bool is_name_byte(char c) { return is_word_byte(c) || c == '$' || c == '#'; }

std::optional<Span> chain_before(std::string_view code, std::size_t end) {
  end = end_of_code_before(code, end);
  auto begin = end;
  while (begin > 0) {
    const char c = code[begin - 1];
    if (c == ')' || c == ']') {
      const auto open = bracket_around(code, begin - 1);
      if (open == npos) return std::nullopt;
      begin = open;
    } else if (is_name_byte(c) || c == '.' || (c == '?' && code[begin] == '.')) {
      --begin;
    } else {
      break;
    }
  }
  if (begin == end || !(is_name_byte(code[begin]) || code[begin] == '(')) return std::nullopt;
  return Span{begin, end};
}

std::optional<Span> chain_behind(std::string_view code, std::size_t at) {
  const auto begin = code.find_first_not_of(blanks, at);
  auto end = begin;
  while (end != npos && end < code.size()) {
    const char c = code[end];
    const auto close = (c == '(' || c == '[') && end > begin ? closing_bracket(code, end) : npos;
    if (close != npos)
      end = close + 1;
    else if (is_name_byte(c) || c == '.' || code.substr(end, 2) == "?.")
      end += c == '?' ? 2 : 1;
    else
      break;
  }
  return begin == npos || begin == end || !is_name_byte(code[begin]) ? std::nullopt : std::optional(Span{begin, end});
}

bool is_keyword(std::string_view word) {
  static constexpr auto keywords =
      std::to_array<std::string_view>({"return", "typeof", "await", "if", "while", "for", "switch", "case", "throw",
                                       "yield", "void", "delete", "new", "in"});
  return is_among(word, keywords);
}

}  // namespace regreen
