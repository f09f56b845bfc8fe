#include "mend/c/language/guard.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <initializer_list>
#include <string_view>

namespace regreen {
namespace {

// "#ifndef A", "#if !defined(A)", "#define A" → "A".
std::string_view macro_of(std::string_view line, std::initializer_list<std::string_view> fronts) {
  line = trim(line);
  if (!line.starts_with('#')) return {};
  line = trim(line.substr(1));
  for (const auto front : fronts) {
    if (!line.starts_with(front)) continue;
    auto word = trim(line.substr(front.size()));
    if (word.starts_with('(') && word.ends_with(')')) word = trim(word.substr(1, word.size() - 2));
    return is_identifier(word) ? word : std::string_view{};
  }
  return {};
}

// The lines with code on them.
std::vector<std::size_t> lines_with_code(const Lines& lines, std::string_view code) {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!trim(code.substr(lines.begin(number), lines.line(number).size())).empty()) numbers.push_back(number);
  }
  return numbers;
}

// Does the last line end what the first one begins?
bool is_around_all(const Lines& code, const std::vector<std::size_t>& numbers) {
  std::size_t depth = 0;
  for (const auto number : numbers) {
    const auto line = trim(code.line(number));
    const auto directive = line.starts_with('#') ? trim(line.substr(1)) : std::string_view{};
    if (directive.starts_with("if")) ++depth;
    if (directive.starts_with("else") || directive.starts_with("elif")) {
      if (depth == 1) return false;
    }
    if (directive.starts_with("endif") && (depth == 0 || --depth == 0)) return number == numbers.back();
  }
  return false;
}

}  // namespace

std::optional<Guard> guard_of(const CSource& source) {
  const Lines lines(source.code);
  const auto numbers = lines_with_code(lines, source.code);
  if (numbers.size() < 4 || !is_around_all(lines, numbers)) return std::nullopt;
  Guard guard;
  guard.macro = macro_of(lines.line(numbers[0]), {"ifndef ", "if !defined", "if ! defined"});
  if (guard.macro.empty() || macro_of(lines.line(numbers[1]), {"define "}) != guard.macro) return std::nullopt;
  guard.places = words_in(source.code, guard.macro);
  if (guard.places.size() != 2) return std::nullopt;
  const auto end = lines.begin(numbers.back());
  for (const auto at : words_in(std::string_view(source.text).substr(end), guard.macro))
    guard.places.push_back(end + at);
  return guard;
}

}  // namespace regreen
