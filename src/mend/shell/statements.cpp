#include "mend/shell/statements.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What tells by its status that it found nothing.
constexpr auto askers = std::to_array<std::string_view>(
    {"grep", "egrep", "fgrep", "diff", "cmp", "expr", "pgrep", "pidof", "which", "test", "[", "command", "type"});

// Where the first word of a command ends: at a blank or an operator outside of quotes and brackets.
std::size_t end_of_word(std::string_view text) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\')
      ++i;
    else if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '\'' || c == '`' || (c == '"' && depth == 0))
      quote = c;
    else if (c == '(' || c == ')' || c == '{' || c == '}')
      depth += c == '(' || c == '{' ? 1 : -1;
    else if (depth == 0 && contains(" \t;&|", std::string_view(&c, 1)))
      return i;
  }
  return text.size();
}

// Is a command of the value one that asks?
bool asks(std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool is_front = at == 0 || contains("(`|;&", value.substr(at - 1, 1));
    const auto from = is_front ? trim(value.substr(at)) : std::string_view();
    if (is_among(from.substr(0, from.find_first_of(" \t")), askers)) return true;
  }
  return false;
}

// Does a script stop where a command fails? A library does where its caller does.
bool stops_at_errors(std::string_view text) {
  const auto first = Lines(text).line(1);
  if (!first.starts_with("#!") || contains(first, " -e") || contains(text, "errexit")) return true;
  return std::ranges::any_of(split_lines(text), [](std::string_view line) {
    const auto code = trim(line);
    return code.starts_with("set -") && contains(code.substr(4, code.find(' ', 5) - 4), "e");
  });
}

/// A test `[ … ]` of a line: where its words begin, and where they end.
struct Test {
  std::size_t begin = 0, end = 0;
};

// The first test of the line that has `-a` or `-o`.
Test test_of_two(std::string_view line) {
  for (auto open = line.find("[ "); open != npos; open = line.find("[ ", open + 1)) {
    const auto close = line.find(" ]", open);
    if (close == npos || (open > 0 && line[open - 1] != ' ')) continue;
    const auto words = line.substr(open + 2, close - open - 2);
    if (contains(words, " -a ") || contains(words, " -o ")) return {open + 2, close};
  }
  return {};
}

// Does the condition stand alone in front: `if [`, `while [`, `[` whose status something behind it looks at?
bool is_direct(std::string_view front, std::string_view behind, bool is_and) {
  static constexpr auto words = std::to_array<std::string_view>({"if [ ", "elif [ ", "while [ ", "until [ "});
  if (is_among(front, words)) return true;
  const auto next = trim(behind);
  return front == "[ " && (!is_and || next.starts_with("&&") || next.starts_with("||"));
}

bool goes_on(std::string_view line) {
  line = trim(line);
  return line.ends_with('\\') || line.ends_with("&&") || line.ends_with("||") || line.ends_with('!');
}

}  // namespace

std::string declared_apart(std::string_view text, const std::string& line) {
  const auto front = std::string(indentation(line));
  const auto rest = std::string_view(line).substr(front.size());
  const auto blank = rest.find(' ');
  const auto equals = rest.find('=');
  if (blank == npos || equals == npos || equals < blank || rest.ends_with('\\')) return line;
  const std::string word(rest.substr(0, blank)), name(rest.substr(blank + 1, equals - blank - 1));
  if (!is_identifier(name)) return line;
  const auto value = rest.substr(equals + 1);
  const auto end = end_of_word(value);
  const auto behind = trim(value.substr(end));
  if (!behind.empty() && !contains("#;&|", behind.substr(0, 1))) return line;
  if (asks(value.substr(0, end)) && stops_at_errors(text)) return line;
  const auto assigned = front + name + std::string(rest.substr(equals));
  const auto declared = front + word + " " + name;
  if (word == "export" || word == "readonly") return assigned + "\n" + declared;
  return word == "local" || word == "declare" || word == "typeset" ? declared + "\n" + assigned : line;
}

std::string tests_apart(std::string_view text, std::size_t number, const std::string& line) {
  const auto [begin, end] = test_of_two(line);
  if (end == 0 || (number > 1 && goes_on(Lines(text).line(number - 1)))) return line;
  auto words = line.substr(begin, end - begin);
  const bool is_and = contains(words, " -a ");
  const bool is_plain = words.find_first_of("()!\\") == npos && is_and != contains(words, " -o ");
  const auto code = std::string_view(line).substr(0, begin);
  if (!is_plain || !is_direct(code.substr(indentation(code).size()), std::string_view(line).substr(end + 2), is_and))
    return line;
  for (auto at = words.find(is_and ? " -a " : " -o "); at != npos; at = words.find(is_and ? " -a " : " -o ", at + 1)) {
    const auto before = std::string_view(words).substr(0, at);
    if (std::ranges::count(before, '"') % 2 != 0 || std::ranges::count(before, '\'') % 2 != 0) return line;
    words.replace(at, 4, is_and ? " ] && [ " : " ] || [ ");
  }
  return line.substr(0, begin) + words + line.substr(end);
}

std::string over_pattern(std::string_view text, std::size_t number, const std::string& line) {
  static constexpr std::string_view silent = " 2>/dev/null";
  const std::string_view code = line;
  const auto front = indentation(code).size();
  const auto name = code.substr(front).starts_with("for ") ? word_at(code, front + 4) : std::string_view();
  const auto list = name.empty() ? std::string_view() : trim(code.substr(front + 4 + name.size()));
  const bool is_dollar = list.starts_with("in $(ls "), is_quote = list.starts_with("in `ls ");
  if (!list.ends_with(is_dollar ? "); do" : "`; do") || !(is_dollar || is_quote)) return line;
  auto words = list.substr(is_dollar ? 8 : 7);
  words = trim(words.substr(0, words.size() - 5));
  if (words.ends_with(silent)) words = words.substr(0, words.size() - silent.size());
  if (words.starts_with('-') || !contains(words, "*") || words.find_first_of("|;&<>()`") != npos) return line;
  const auto next = Lines(text).line(number + 1);
  const auto inner = trim(next).empty() ? std::string(front + 2, ' ') : std::string(indentation(next));
  return std::string(code.substr(0, front)) + "for " + std::string(name) + " in " + std::string(words) + "; do\n" +
         inner + "[ -e \"$" + std::string(name) + "\" ] || continue";
}

}  // namespace regreen
