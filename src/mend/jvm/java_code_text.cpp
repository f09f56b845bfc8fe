#include "mend/jvm/java_code_text.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Words that stand before a value, not before a name that is declared.
constexpr auto no_types =
    std::to_array<std::string_view>({"return", "new", "throw", "else", "assert", "case", "instanceof", "yield", "do",
                                     "extends", "implements", "import", "package", "goto", "final", "super", "this"});

// The '<' that belongs to the '>' before `end`, with nothing but types between; npos where it is "greater than".
std::size_t angle_before(std::string_view code, std::size_t end) {
  std::size_t depth = 0;
  for (auto at = end; at-- > 0;) {
    if (code[at] == '>') ++depth;
    if (code[at] == '<' && --depth == 0) return at;
    if (!is_word_byte(code[at]) && !contains("<>,.?&[] \n", code.substr(at, 1))) return npos;
  }
  return npos;
}

}  // namespace

std::size_t java_caret(std::string_view text, const Occurrence& said, const TreePlace& place) {
  const Lines lines(text);
  if (!lines.has(place.line)) return npos;
  if (place.column > 0) {
    const auto at = lines.begin(place.line) + place.column - 1;
    return at < lines.end(place.line) ? at : npos;
  }
  if (said.after.size() < 2 || trim(said.after[1]) != "^" || trim(said.after[0]) != trim(lines.line(place.line)))
    return npos;
  return lines.begin(place.line) + said.after[1].find('^');
}

std::string java_type_before(std::string_view code, std::size_t at) {
  auto end = end_of_code_before(code, at);
  if (end == at || end == 0) return "";
  bool is_variadic = false;
  auto begin = end;
  if (code.substr(0, begin).ends_with("...")) {
    is_variadic = true;
    end = begin = begin - 3;
  }
  while (code.substr(0, begin).ends_with("[]")) begin -= 2;
  if (code.substr(0, begin).ends_with('>')) {
    begin = angle_before(code, begin);
    if (begin == npos) return "";
  }
  const auto word_end = begin;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == '.')) --begin;
  const auto word = code.substr(begin, word_end - begin);
  const bool is_name = !word.empty() && !(word[0] >= '0' && word[0] <= '9') && word[0] != '.' && word.back() != '.';
  if (!is_name || std::ranges::find(no_types, word) != no_types.end()) return "";
  return std::string(code.substr(begin, end - begin)) + (is_variadic ? "[]" : "");
}

}  // namespace regreen
