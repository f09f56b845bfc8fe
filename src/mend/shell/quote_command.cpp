#include "mend/shell/quote_command.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What a command that answers one word begins with: a path, a number, a name.
constexpr auto answers_one = std::to_array<std::string_view>(
    {"dirname",        "basename",   "pwd",           "readlink",      "realpath",
     "mktemp",         "whoami",     "nproc",         "arch",          "uname",
     "hostname",       "id -u",      "id -g",         "id -un",        "id -gn",
     "tput",           "wc",         "git rev-parse", "git describe",  "git symbolic-ref",
     "git merge-base", "command -v", "which",         "brew --prefix", "npm root",
     "npm bin",        "go env",     "rustc --print"});

// Options with which one of them answers several.
constexpr auto answers_more = std::to_array<std::string_view>({"-a", "--multiple", "-z", "--all", "-I", "-s"});

// Commands that take one word.
constexpr auto takes_one =
    std::to_array<std::string_view>({"cd", "pushd", "source", ".", "exit", "return", "[", "test", "case"});

// Behind the bracket or the quote that closes what opens at `open`; npos where it is not closed on the line.
std::size_t end_of_substitution(std::string_view line, std::size_t open) {
  if (line[open] == '`') {
    const auto close = line.find('`', open + 1);
    return close == npos ? npos : close + 1;
  }
  int depth = 0;
  char quote = 0;
  for (auto at = open + 1; at < line.size(); ++at) {
    if (line[at] == '\\')
      ++at;
    else if (quote != 0)
      quote = line[at] == quote ? '\0' : quote;
    else if (line[at] == '\'')
      quote = line[at];
    else if (line[at] == '(')
      ++depth;
    else if (line[at] == ')' && --depth == 0)
      return at + 1;
  }
  return npos;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

// Is what the last command of a pipe answers one word?
bool is_one_word(std::string_view command) {
  const auto pipe = command.rfind('|');
  const auto last = trim(pipe == npos ? command : command.substr(pipe + 1));
  if (last.find_first_of(";&\n") != npos) return false;
  const auto is_row = [&](auto word) { return starts_with_word(last, word); };
  if (starts_with_word(last, "date")) return contains(last, "+") && last.find(' ', last.find('+')) == npos;
  if (starts_with_word(last, "wc")) return contains(last, "wc -") && (pipe != npos || contains(last, "<"));
  if (std::ranges::none_of(answers_one, is_row)) return false;
  return std::ranges::none_of(answers_more,
                              [&](auto option) { return contains(last, " " + std::string(option) + " "); });
}

// Is it joined to other text, which would be torn apart?
bool is_part_of_word(std::string_view line, std::size_t begin, std::size_t end) {
  const auto joins = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           contains("_./:@=+%-", std::string_view(&c, 1));
  };
  return (begin > 0 && joins(line[begin - 1])) || (end < line.size() && joins(line[end]));
}

// The name of the command that a place of a line belongs to.
std::string_view command_around(std::string_view line, std::size_t at) {
  auto begin = line.substr(0, at).find_last_of(";|&({`");
  auto front = trim(line.substr(begin == npos ? 0 : begin + 1, at - (begin == npos ? 0 : begin + 1)));
  for (const std::string_view word : {"if ", "while ", "until ", "elif ", "then ", "do ", "else ", "! "}) {
    if (front.starts_with(word)) front = trim(front.substr(word.size()));
  }
  return front.substr(0, front.find(' '));
}

/// An expansion of a line: `$name`, `${name…}`.
struct Expansion {
  std::size_t begin = 0, end = 0;
  std::string_view name;
};

std::size_t end_of_name(std::string_view line, std::size_t at) {
  while (at < line.size() && is_word_byte(line[at])) ++at;
  return at;
}

Expansion expansion_at(std::string_view line, std::size_t at) {
  const bool braced = line.substr(at, 2) == "${";
  const auto begin = at + (braced ? 2 : 1), end = end_of_name(line, begin);
  if (line.substr(at, 1) != "$" || end == begin) return {};
  const auto close = braced ? line.find('}', end) : npos;
  if (!braced) return {at, end, line.substr(begin, end - begin)};
  const bool plain = close != npos && line.substr(end, close - end).find_first_of("$\"'`{\\") == npos;
  return plain ? Expansion{at, close + 1, line.substr(begin, end - begin)} : Expansion{};
}

// The expansions outside of quotes; none of a line whose quotes go on below or that calls commands inside.
std::vector<Expansion> bare_expansions(std::string_view line) {
  std::vector<Expansion> all;
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && quote != '\'')
      ++at;
    else if (quote != 0)
      quote = line[at] == quote ? '\0' : quote;
    else if (line[at] == '"' || line[at] == '\'')
      quote = line[at];
    else if (line[at] == '`' || line.substr(at, 2) == "$(")
      return {};
    else if (const auto one = expansion_at(line, at); one.end > at)
      all.push_back(one);
  }
  return quote == 0 ? all : std::vector<Expansion>();
}

}  // namespace

std::string_view expanded_name(std::string_view line, std::size_t at) {
  return at < line.size() ? expansion_at(line, at).name : "";
}

std::string quoted_variable(const std::string& line, std::size_t at) {
  const auto one = at < line.size() ? expansion_at(line, at) : Expansion{};
  const bool is_quoted = one.end == 0 || (at > 0 && line[at - 1] == '"' && line.substr(one.end, 1) == "\"");
  // Quotes inside of backticks, or of a text around them, count otherwise.
  if (is_quoted || contains(line, "`")) return line;
  return line.substr(0, at) + "\"" + line.substr(at, one.end - at) + "\"" + line.substr(one.end);
}

std::vector<Edit> quoted_beside_directive(std::string_view text, const std::set<std::string>& names) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number < lines.count(); ++number) {
    const auto above = trim(lines.line(number));
    if (!above.starts_with("#") || !contains(above, "shellcheck disable=") || !contains(above, "SC2086")) continue;
    const auto all = bare_expansions(lines.line(number + 1));
    const auto asked =
        std::ranges::count_if(all, [&](const auto& one) { return names.contains(std::string(one.name)); });
    if (asked == std::ssize(all)) continue;  // one of them must be meant
    for (const auto& one : all) {
      if (!names.contains(std::string(one.name))) continue;
      edits.push_back({lines.begin(number + 1) + one.begin, 0, "\""});
      edits.push_back({lines.begin(number + 1) + one.end, 0, "\""});
    }
  }
  return edits;
}

std::string quoted_command(const std::string& line, std::size_t at) {
  const std::string_view view = line;
  if (at >= view.size() || (view[at] != '`' && view.substr(at, 2) != "$(")) return line;
  if (view.substr(at, 3) == "$((" || (at > 0 && contains("\"<", view.substr(at - 1, 1)))) return line;
  const auto end = end_of_substitution(view, at);
  if (end == npos) return line;
  const bool is_old = view[at] == '`';
  const auto command = view.substr(at + (is_old ? 1 : 2), end - at - (is_old ? 2 : 3));
  if (is_old && command.find_first_of("\"\\'") != npos) return line;
  const auto taker = command_around(view, at);
  const bool is_alone = is_among(taker, takes_one);
  if (!is_one_word(command) && !is_part_of_word(view, at, end) && !is_alone) return line;
  return line.substr(0, at) + "\"$(" + std::string(command) + ")\"" + line.substr(end);
}

}  // namespace regreen
