#include "mend/shell/idioms.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/shell/quote_command.h"
#include "mend/shell/script.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;
constexpr std::size_t tab_width = 8;

/// A line that a finding is about, and the byte that it points to.
struct Place {
  std::string_view text;
  const std::string& line;
  std::size_t at = 0;
};

using Idiom = std::string (*)(const Place&);

std::size_t byte_at(std::string_view line, std::size_t column) {
  std::size_t screen = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (screen >= column) return i;
    screen += line[i] == '\t' ? tab_width - (screen - 1) % tab_width : 1;
  }
  return line.size();
}

std::string replaced(const Place& place, std::string_view from, std::string_view to) {
  const auto at = place.line.find(from, place.at);
  return at == npos ? place.line : std::string(place.line).replace(at, from.size(), to);
}

// `[ ! -z "$a" ]` → `[ -n "$a" ]`
std::string one_sign(const Place& place) {
  const auto after = std::string_view(place.line).substr(place.at);
  if (after.starts_with("! -z ")) return replaced(place, "! -z ", "-n ");
  return after.starts_with("! -n ") ? replaced(place, "! -n ", "-z ") : place.line;
}

// `! [ -z "$a" ]` → `[ -n "$a" ]`
std::string test_alone(const Place& place) {
  for (const auto& [from, to] : {std::pair{"! [ -z ", "[ -n "}, std::pair{"! [ -n ", "[ -z "},
                                 std::pair{"! [[ -z ", "[[ -n "}, std::pair{"! [[ -n ", "[[ -z "}}) {
    if (std::string_view(place.line).substr(place.at).starts_with(from)) return replaced(place, from, to);
  }
  return place.line;
}

// `"$@"` and `"${a[@]}"` as one text; with another IFS they would be joined by another sign.
std::string joined(const Place& place) {
  if (contains(place.text, "IFS")) return place.line;
  const auto all = place.line.find("$@", place.at), list = place.line.find("[@]}", place.at);
  if (all == npos && list == npos) return place.line;
  return all < list ? std::string(place.line).replace(all, 2, "$*") : std::string(place.line).replace(list, 4, "[*]}");
}

// `echo "args: $@"`: of a message only, and not of printf, which takes its format for every word.
std::string joined_in_message(const Place& place) {
  return trim(place.line).starts_with("echo ") ? joined(place) : place.line;
}

// May what a command prints lack the end of its last line, which echo gives it?
bool may_lack_line_end(std::string_view command) {
  static constexpr auto bare = std::to_array<std::string_view>(
      {"printf", "echo -n", "echo -e", "cat ", "curl ", "wget ", "tr ", "head -c", "tail -c", "--join-output"});
  if (std::ranges::any_of(bare, [&](auto one) { return contains(command, one); })) return true;
  if (words_in(command, "jq").empty()) return false;
  return std::ranges::any_of(split(command, ' '),
                             [](auto word) { return word.starts_with('-') && contains(word, "j"); });
}

// `echo "$(cmd)"` → `cmd`, where that is the whole line
std::string without_echo(const Place& place) {
  const auto front = indentation(place.line).size();
  const auto command = trim(place.line);
  constexpr std::string_view open = "echo \"$(";
  if (!command.starts_with(open) || !command.ends_with(")\"")) return place.line;
  const auto inner = command.substr(open.size(), command.size() - open.size() - 2);
  int depth = 0;
  for (const char c : inner) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return place.line;
  }
  const bool plain = depth == 0 && std::ranges::count(inner, '"') % 2 == 0 && inner.find_first_of(";&#") == npos &&
                     !may_lack_line_end(inner);
  return plain ? place.line.substr(0, front) + std::string(inner) : place.line;
}

// Where a command ends: at a pipe, a bracket or the end of the line, outside of quotes.
std::size_t command_end(std::string_view line, std::size_t at) {
  char quote = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '\\' && quote != '\'')
      ++at;
    else if (quote != 0)
      quote = line[at] == quote ? '\0' : quote;
    else if (line[at] == '"' || line[at] == '\'')
      quote = line[at];
    else if (contains("|;&)#<>(`", line.substr(at, 1)))
      break;
  }
  return quote == 0 ? std::min(at, line.size()) : npos;
}

// `cat file | grep x` → `grep x < file`
std::string without_cat(const Place& place) {
  static constexpr auto blocks =
      std::to_array<std::string_view>({"while", "for", "if", "until", "case", "{", "(", "xargs"});
  const std::string_view line = place.line;
  auto at = place.line.rfind("cat ", place.at);
  if (at == npos) return place.line;
  const auto front = trim(line.substr(0, at));
  const auto last = front.substr(front.find_last_of(" ;\t") + 1);
  const bool begins = front.empty() || front.ends_with("$(") || front.ends_with(';') || last == "&&" || last == "||" ||
                      last == "then" || last == "do" || last == "else";
  const auto pipe = line.find(" | ", at);
  if (!begins || pipe == npos) return place.line;
  const auto file = trim(line.substr(at + 4, pipe - at - 4));
  const bool quoted = file.size() > 2 && file[0] == '"' && file.find('"', 1) + 1 == file.size();
  const bool is_one = quoted || file.find_first_of(" $*?[\"'\\;&<>()`") == npos;
  const auto end = command_end(line, pipe + 3);
  if (file.empty() || file.starts_with('-') || !is_one || end == npos) return place.line;
  const auto command = trim(line.substr(pipe + 3, end - pipe - 3));
  const auto first = command.substr(0, command.find(' '));
  const bool goes_on = end == line.size() || line[end] == '|' || line[end] == ')' || line[end] == ';';
  if (command.empty() || !goes_on || line.substr(end).starts_with("||") || is_among(first, blocks)) return place.line;
  const auto blanks = std::string(line.substr(0, end)).substr(line.substr(0, end).find_last_not_of(' ') + 1);
  return place.line.substr(0, at) + std::string(command) + " < " + std::string(file) + blanks + place.line.substr(end);
}

// `let a=a+1` → `((a=a+1))`
std::string in_brackets(const Place& place) {
  const auto front = indentation(place.line).size();
  const auto command = trim(place.line);
  if (!command.starts_with("let ")) return place.line;
  auto sum = trim(command.substr(4));
  const bool quoted = sum.size() > 2 && contains("\"'", sum.substr(0, 1)) && sum.find(sum[0], 1) + 1 == sum.size();
  if (quoted) sum = sum.substr(1, sum.size() - 2);
  const bool plain = sum.find_first_of("\"'\\;&|#`") == npos && (quoted || sum.find(' ') == npos);
  return plain ? place.line.substr(0, front) + "((" + std::string(sum) + "))" : place.line;
}

// `$[ a + 1 ]` → `$(( a + 1 ))`
std::string in_arithmetic(const Place& place) {
  const auto open = place.line.find("$[", place.at);
  const auto close = open == npos ? npos : place.line.find(']', open);
  if (close == npos || place.line.find('[', open + 2) < close) return place.line;
  return place.line.substr(0, open) + "$((" + place.line.substr(open + 2, close - open - 2) + "))" +
         place.line.substr(close + 1);
}

// Does the bracket open the index of a list that the script itself makes? The keys of other tables are texts.
bool opens_index_of_list(const Place& place, std::size_t bracket) {
  auto begin = bracket;
  while (begin > 0 && is_word_byte(place.line[begin - 1])) --begin;
  const auto name = place.line.substr(begin, bracket - begin);
  return !name.empty() && contains(place.text, name + "=(") && !contains(place.text, " -A ");
}

// `$(($a + ${b}))` → `$((a + b))`, where the name is all of the number.
std::string without_dollar(const Place& place) {
  const std::string name(expanded_name(place.line, place.at));
  if (!is_identifier(name)) return place.line;
  const bool braced = place.line[place.at + 1] == '{';
  const auto end = place.at + name.size() + (braced ? 3 : 1);
  const auto before = place.at == 0 ? ' ' : place.line[place.at - 1];
  const auto after = end < place.line.size() ? place.line[end] : ' ';
  const auto joins = [](char c) { return is_word_byte(c) || contains("#$}\"'", std::string_view(&c, 1)); };
  const bool is_whole = !joins(before) && (after == '}' || !joins(after));
  if (!is_whole || (braced && place.line[end - 1] != '}')) return place.line;
  if (before == '[' && !opens_index_of_list(place, place.at - 1)) return place.line;
  return std::string(place.line).replace(place.at, end - place.at, name);
}

// The expansion at the place in quotes: `$a`, `${a:=b}`.
std::string quoted(const Place& place) {
  const auto at = place.at;
  if (at >= place.line.size() || place.line[at] != '$' || (at > 0 && place.line[at - 1] != ' ')) return place.line;
  auto end = at + 1;
  if (place.line.substr(end, 1) == "{")
    end = place.line.find('}', end) + 1;
  else
    while (end < place.line.size() && is_word_byte(place.line[end])) ++end;
  if (end == 0 || end == at + 1) return place.line;
  const auto word = place.line.substr(at, end - at);
  const bool alone = end == place.line.size() || contains(" ;", place.line.substr(end, 1));
  const bool plain = word.find_first_of("\"'`\\") == npos && std::ranges::count(word, '$') == 1 && alone;
  return plain ? place.line.substr(0, at) + "\"" + word + "\"" + place.line.substr(end) : place.line;
}

// `$(dirname "$a")` → `"$(dirname "$a")"`
std::string command_quoted(const Place& place) { return quoted_command(place.line, place.at); }

// Does the script give a name nothing, or an option? In quotes that is an empty word, or goes on being one option where there are two.
bool may_be_no_word(std::string_view text, std::string_view name) {
  static constexpr auto nothing = std::to_array<std::string_view>({"\"\"", "''", "\"-", "'-", "-", ";"});
  return std::ranges::any_of(words_in(text, name), [&](auto at) {
    auto value = text.substr(at + name.size());
    if (!value.starts_with('=')) return false;
    value.remove_prefix(1);
    value = value.substr(0, value.find('\n'));
    if (trim(value).empty() || std::ranges::any_of(nothing, [&](auto word) { return value.starts_with(word); }))
      return true;
    return value.starts_with("\"${") ? contains(value, ":-}\"") : value.starts_with("${") && contains(value, ":-}");
  });
}

// Is an expansion all of a word that a command would miss? A test wants a word even where there is none.
bool is_whole_argument(std::string_view line, std::size_t at, std::string_view name) {
  auto end = at + name.size() + 1;
  if (line.substr(at).starts_with("${")) end += 2;
  const bool begins = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
  const bool ends = end >= line.size() || contains(" \t;|&)<>", line.substr(end, 1));
  const auto command = trim(line.substr(0, at));
  return begins && ends && !is_in_test(line, at) && !command.ends_with("echo");
}

// `$dir/a` → `"$dir"/a`; what is called options may be meant to be several words.
std::string variable_quoted(const Place& place) {
  const auto written = expanded_name(place.line, place.at);
  if (is_whole_argument(place.line, place.at, written) && may_be_no_word(place.text, written)) return place.line;
  const auto name = lower(std::string(written));
  for (const std::string_view word : {"opts", "option", "flags", "args", "params", "cmd", "command", "files"}) {
    if (contains(name, word)) return place.line;
  }
  return quoted_variable(place.line, place.at);
}

// `which tool` → `command -v tool`
std::string without_which(const Place& place) {
  const auto after = std::string_view(place.line).substr(place.at);
  const bool plain = after.starts_with("which ") && after.substr(6, 1) != "-";
  return plain ? std::string(place.line).replace(place.at, 5, "command -v") : place.line;
}

// `function f() {` → `f() {`, `function f {` → `f() {`
std::string without_function(const Place& place) {
  const auto front = indentation(place.line).size();
  const auto rest = std::string_view(place.line).substr(front);
  if (!rest.starts_with("function ")) return place.line;
  const auto head = trim(rest.substr(9));
  const auto name = head.substr(0, head.find_first_of(" ({"));
  const auto behind = trim(head.substr(name.size()));
  if (!is_identifier(name)) return place.line;
  const auto brackets = behind.starts_with("()") ? "" : behind.starts_with('{') ? "() " : "?";
  return brackets == std::string_view("?")
             ? place.line
             : place.line.substr(0, front) + std::string(name) + brackets + std::string(behind);
}

/// What a code of ShellCheck's asks for. Some idioms are of a word, and so they are on a line that goes on.
struct Row {
  std::string_view code;
  Idiom idiom;
  bool is_of_word = false;
};

constexpr auto rows = std::to_array<Row>({{"SC2002", without_cat},
                                          {"SC2004", without_dollar, true},
                                          {"SC2005", without_echo},
                                          {"SC2007", in_arithmetic},
                                          {"SC2046", command_quoted, true},
                                          {"SC2070", quoted},
                                          {"SC2086", variable_quoted, true},
                                          {"SC2112", without_function},
                                          {"SC2113", without_function},
                                          {"SC2124", joined},
                                          {"SC2145", joined_in_message},
                                          {"SC2219", in_brackets},
                                          {"SC2223", quoted},
                                          {"SC2230", without_which, true},
                                          {"SC2236", one_sign},
                                          {"SC2237", test_alone}});

}  // namespace

std::string shell_idiom(std::string_view code, std::string_view text, const std::string& line, std::size_t column) {
  const auto row = std::ranges::find(rows, code, &Row::code);
  if (row == rows.end() || column == 0 || (line.ends_with('\\') && !row->is_of_word)) return line;
  // Reports for editors count bytes, those for people places on the screen.
  auto after = row->idiom({text, line, byte_at(line, column)});
  return after == line && column <= line.size() ? row->idiom({text, line, column - 1}) : after;
}

}  // namespace regreen
