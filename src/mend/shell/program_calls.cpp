#include "mend/shell/program_calls.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/language/python2_syntax.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t command_bytes_max = 2000;  // people write no longer lines
constexpr int openers_max = 6;
constexpr std::size_t variables_max = 20;

// Words that a command follows.
constexpr auto openers =
    std::to_array<std::string_view>({"then", "do", "else", "if", "elif", "while", "until", "!", "{", "exec", "sudo",
                                     "env", "time", "nohup", "nice", "xargs", "command"});

// The quote that a text does not close; 0 where there is none.
char open_quote(std::string_view text) {
  char open = 0;
  for (const char c : text) {
    if (open == 0 && (c == '"' || c == '\''))
      open = c;
    else if (c == open)
      open = 0;
  }
  return open;
}

// Does a command begin behind `front`, which is the line so far?
bool begins_command(std::string_view front, int words = openers_max) {
  front = front.substr(0, front.find_last_not_of(" \t\r\n\\") + 1);
  front = front.substr(std::min(front.find_first_not_of(" \t@-+"), front.size()));
  if (front.empty()) return true;
  const auto quote = open_quote(front);
  if (front.ends_with("$(") || front.ends_with("$(shell") || front.ends_with('`')) return quote != '\'';
  if (quote != 0) return false;
  if (front.ends_with(';') || front.ends_with('|') || front.ends_with("&&")) return true;
  if (front.ends_with('(')) return front.size() == 1 || contains(" \t;&|(", front.substr(front.size() - 2, 1));
  const auto begin = front.find_last_of(" \t;|&(") + 1;  // npos + 1 is the front
  const auto word = front.substr(begin);
  const auto equals = word.find('=');  // `LANG=C python gen.py`
  const bool opens = is_among(word, openers) || (equals != npos && is_identifier(word.substr(0, equals)));
  return opens && words > 0 && begins_command(front.substr(0, begin), words - 1);
}

// A line as the shell reads it, with those that go on from it.
std::string_view command_at(std::string_view text, const Lines& lines, std::size_t number) {
  auto last = number;
  if (!lines.has(number)) return "";
  while (number > 1 && lines.line(number - 1).ends_with('\\')) --number;
  while (lines.line(last).ends_with('\\') && lines.has(last + 1)) ++last;
  return text.substr(lines.begin(number), lines.end(last) - lines.begin(number));
}

// What of a command is run: it ends at a comment, and begins behind the pattern of a case.
std::string_view run_part(std::string_view command) {
  if (command.size() > command_bytes_max || trim(command).starts_with('#')) return "";
  command = command.substr(0, command.find(" #"));
  std::size_t depth = 0, begin = 0;
  for (std::size_t at = 0; at < command.size(); ++at) {
    if (command[at] == '(') ++depth;
    if (command[at] == ')' && depth-- == 0) depth = 0, begin = at + 1;
  }
  return command.substr(begin);
}

bool is_end_of_word(std::string_view rest) { return rest.empty() || contains(" \t\r\n\"'`);|&", rest.substr(0, 1)); }

// The value of a variable: the name of the program, alone or with options, in `PY ?= python -u` and `PY="${PY:-python}"`.
std::string_view program_in(std::string_view value, const ProgramName& program) {
  value = trim(value);
  const bool is_quoted = value.size() > 1 && contains("'\"", value.substr(0, 1)) && value.back() == value.front();
  if (is_quoted) value = value.substr(1, value.size() - 2);
  if (value.starts_with("${") && value.ends_with('}') && contains(value, ":-"))
    value = value.substr(value.find(":-") + 2, value.size() - value.find(":-") - 3);
  const auto word = value.substr(0, value.find(' '));
  return word == program.name ? word : "";
}

// The variable of `$(PY) `, `"$PY" ` and `${PY} `, behind the sign; "" where more stands there.
std::string_view variable_called(std::string_view text) {
  const bool has_bracket = text.starts_with('(') || text.starts_with('{');
  const auto name = word_at(text, has_bracket ? 1 : 0);
  const auto rest = text.substr(std::min(text.size(), name.size() + (has_bracket ? 1 : 0)));
  if (!has_bracket) return is_end_of_word(rest) ? name : "";
  return (rest.starts_with('}') || rest.starts_with(')')) && is_end_of_word(rest.substr(1)) ? name : "";
}

bool speaks_of_windows(std::string_view text) {
  static constexpr auto names = std::to_array<std::string_view>({"windows", "win32", "msys", "mingw", "cygwin"});
  const auto said = lower(text);
  return std::ranges::any_of(names, [&](auto name) { return contains(said, name); });
}

// Where a line gives a variable its value; npos where it does something else with the name.
std::size_t value_behind(std::string_view text, std::size_t at, std::string_view name) {
  const auto front = trim(line_before(text, at));
  if (!front.empty()) return npos;
  const auto sign = text.find_first_not_of(" \t?:", at + name.size());
  return sign != npos && text[sign] == '=' ? sign + 1 : npos;
}

/// Looks for what is run in the files of a project.
class Search {
 public:
  Search(const ProgramName& program, const Tree& tree) : program_(program), tree_(tree) {}

  // What a line calls.
  ProgramCalls called_at(const TreePlace& place) const {
    const auto text = tree_.read(place.file).value_or("");
    if (text.size() > source_bytes_max) return {};
    const Lines lines(text);
    ProgramCalls calls;
    std::set<std::string_view> variables;
    add_called(place.file, text, command_at(text, lines, place.line), calls, variables);
    for (const auto name : variables) add_value(place.file, name, calls);
    return calls;
  }

 private:
  void add_called(const std::string& file, std::string_view text, std::string_view command, ProgramCalls& calls,
                  std::set<std::string_view>& variables) const {
    const auto line = run_part(command);
    if (runs_python2(line)) return;
    for (const auto at : words_in(line, program_.name)) {
      const auto rest = line.substr(at + program_.name.size());
      if (is_end_of_word(rest) && begins_command(line.substr(0, at)))
        calls[{file, offset_in(text, line) + at}] = &program_;
    }
    for (auto at = line.find('$'); at != npos; at = line.find('$', at + 1)) {
      const auto front = line.substr(0, at);
      if (variables.size() < variables_max &&
          begins_command(front.substr(0, front.size() - (front.ends_with('"') ? 1 : 0))))
        variables.insert(variable_called(line.substr(at + 1)));
    }
  }

  // Does a line call the variable whose name stands there, or only speak of it? Not where it runs a program in Python 2.
  bool is_called(std::string_view text, const Lines& lines, std::size_t at, std::string_view name) const {
    const auto command = command_at(text, lines, lines.number_at(at));
    const auto line = run_part(command);
    if (line.empty()) return trim(command).starts_with('#');
    const auto begin = offset_in(text, line);
    if (at < begin || at >= begin + line.size()) return at > begin;  // the pattern of a case, a comment
    auto front = line.substr(0, at - begin);
    while (!front.empty() && contains("({", front.substr(front.size() - 1))) front.remove_suffix(1);
    if (!front.ends_with('$') || runs_python2(line)) return false;
    const auto called = variable_called(line.substr(front.size()));
    front.remove_suffix(1);
    return called == name && begins_command(front.substr(0, front.size() - (front.ends_with('"') ? 1 : 0)));
  }

  bool runs_python2(std::string_view line) const {
    if (program_.now != "python3") return false;
    return std::ranges::any_of(split(line, ' '), [&](std::string_view word) {
      const auto file = word.ends_with(".py") ? find_file(tree_, word) : std::nullopt;
      return file && is_python2(PythonSource(tree_.read(*file).value_or("")));
    });
  }

  // The only value that a variable has: in the script, or in all makefiles, where nothing but calls is made of it and no line is
  // for another system.
  void add_value(const std::string& user, std::string_view name, ProgramCalls& calls) const {
    if (name.empty()) return;
    ProgramCalls found;
    std::size_t values = 0;
    for (const auto& path : tree_.list()) {
      if (is_vendored(path) || (path != user && !(has_recipes(user) && has_recipes(path)))) continue;
      const auto text = tree_.read(path).value_or("");
      if (text.size() > source_bytes_max) return;
      const Lines lines(text);
      const auto all = words_in(text, name);
      if (!all.empty() && speaks_of_windows(text)) return;
      std::size_t end_of_value = 0;
      for (const auto at : all) {
        if (at < end_of_value) continue;
        const auto begin = value_behind(text, at, name);
        if (begin == npos && !is_called(text, lines, at, name)) return;
        if (begin == npos) continue;
        ++values;
        end_of_value = std::min(text.find('\n', begin), text.size());
        const auto value = std::string_view(text).substr(begin, end_of_value - begin);
        const auto word = program_in(value, program_);
        if (!word.empty()) found[{path, offset_in(text, word)}] = &program_;
      }
    }
    if (values == 1) calls.merge(found);
  }

  const ProgramName& program_;
  const Tree& tree_;
};

}  // namespace

bool has_recipes(std::string_view path) { return is_makefile(path) || path.ends_with(".mk"); }

std::string command_said(const Tree& tree, const TreePlace& place) {
  const auto text = tree.read(place.file).value_or("");
  return std::string(command_at(text, Lines(text), place.line));
}

ProgramCalls calls_at(const ProgramName& program, const Tree& tree, const TreePlace& place) {
  return Search(program, tree).called_at(place);
}

}  // namespace regreen
