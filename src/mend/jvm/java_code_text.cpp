#include "mend/jvm/java_code_text.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Words that stand before a value, not before a name that is declared.
constexpr auto no_types =
    std::to_array<std::string_view>({"return", "new", "throw", "else", "assert", "case", "instanceof", "yield", "do",
                                     "extends", "implements", "import", "package", "goto", "final", "super", "this"});

constexpr std::size_t tab_width = 8;

// The byte of a line that a column means: javac counts characters, Maven says how far they reach on a screen. A tab reaches to
// the next multiple of its width.
std::size_t byte_at(std::string_view line, std::size_t column, std::size_t tab) {
  std::size_t shown = 1;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if ((byte & 0xC0) == 0x80) continue;
    if (shown >= column) return at;
    shown = line[at] == '\t' ? (shown - 1) / tab * tab + tab + 1 : shown + (byte >= 0xF0 ? 2 : 1);
  }
  return npos;
}

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
  const auto line = lines.line(place.line);
  const bool is_shown = said.after.size() > 1 && trim(said.after[1]) == "^" && trim(said.after[0]) == trim(line);
  const auto at = place.column > 0 ? byte_at(line, place.column, tab_width)
                  : is_shown       ? byte_at(line, said.after[1].find('^') + 1, 1)
                                   : npos;
  return at == npos ? npos : lines.begin(place.line) + at;
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
  if (!is_name || is_among(word, no_types)) return "";
  return std::string(code.substr(begin, end - begin)) + (is_variadic ? "[]" : "");
}

}  // namespace regreen
