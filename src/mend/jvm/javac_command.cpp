#include "mend/jvm/javac_command.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_script(std::string_view path) { return path.ends_with(".sh") || path.ends_with(".bash"); }

bool begins_command(std::string_view line, std::size_t at) {
  const auto before = trim(line.substr(0, at));
  return before.empty() || before == "@" || before == "-" || contains("&;|(", before.substr(before.size() - 1)) ||
         before.ends_with("exec") || before.ends_with("xargs") || before.ends_with("then") || before.ends_with("do");
}

// Behind the compiler's name where a line calls it, as itself or by a variable; npos where it does not.
std::size_t behind_call(std::string_view line) {
  constexpr auto names = std::to_array<std::string_view>(
      {"javac", "javadoc", "$(JAVAC)", "${JAVAC}", "$JAVAC", "\"$JAVAC\"", "$(JAVADOC)", "${JAVADOC}"});
  if (trim(line).starts_with('#')) return npos;
  for (const auto name : names) {
    for (auto at = line.find(name); at != npos; at = line.find(name, at + 1)) {
      const auto end = at + name.size();
      if (begins_command(line, at) && line.substr(end, 1) == " ") return end;
    }
  }
  return npos;
}

// The variables of flags that a call names: $(JAVACFLAGS), ${JAVAC_OPTS}.
std::set<std::string> flags_in(std::string_view call) {
  std::set<std::string> names;
  for (auto at = call.find('$'); at != npos; at = call.find('$', at + 1)) {
    auto rest = call.substr(at + 1);
    if (rest.starts_with('(') || rest.starts_with('{')) rest.remove_prefix(1);
    const auto name = word_at(rest, 0);
    if (name.ends_with("FLAGS") || name.ends_with("OPTS") || name.ends_with("OPTIONS")) names.emplace(name);
  }
  return names;
}

// Where the value of `JAVACFLAGS = -Xlint:all` begins, where the line sets the variable and does not add to it. In a script
// only a value between quotes has room for another word.
std::size_t value_in(std::string_view line, std::string_view name, bool is_quoted) {
  const auto sign = line.find_first_not_of(" \t:?", name.size());
  if (sign == npos || line[sign] != '=') return npos;
  if (is_quoted && !contains("\"'", line.substr(sign + 1, 1))) return npos;
  return std::min(line.find_first_not_of(" \t\"'", sign + 1), line.size());
}

// The option with its value at a place; where the words have it already, only the value.
std::optional<Edit> with_option(std::string_view words, std::size_t at, std::size_t begin, const JavacOption& option) {
  const auto there = words.find(option.name + " ");
  if (there == npos) {
    const bool is_end = at >= words.size() || contains("\"'", words.substr(at, 1));
    const bool is_behind = at > 0 && !contains(" \"'", words.substr(at - 1, 1));
    const auto front = is_behind ? " " : "", back = is_end || is_behind ? "" : " ";
    return Edit{begin + at, 0, front + option.name + " " + option.value + back};
  }
  const auto value = there + option.name.size() + 1;
  const auto end = std::min(words.find_first_of(" \t\"'\\", value), words.size());
  if (words.substr(value, end - value) == option.value) return std::nullopt;
  return Edit{begin + value, end - value, option.value};
}

// The last line of a command that goes on behind '\'.
std::size_t end_of_command(const Lines& lines, std::size_t number) {
  while (lines.line(number).ends_with('\\') && lines.has(number + 1)) ++number;
  return number;
}

/// A variable that a file sets.
struct Variable {
  std::size_t line = 0, value = 0;
};

// The first line that sets each variable.
std::map<std::string, Variable, std::less<>> variables_of(const Lines& lines, bool is_quoted) {
  std::map<std::string, Variable, std::less<>> variables;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto name = word_at(lines.line(number), 0);
    const auto value = name.empty() ? npos : value_in(lines.line(number), name, is_quoted);
    if (value != npos) variables.try_emplace(std::string(name), Variable{number, value});
  }
  return variables;
}

}  // namespace

bool say_to_javac(const std::string& path, const JavacOption& option, Draft& draft) {
  if (!is_makefile(path) && !path.ends_with(".mk") && !is_script(path)) return false;
  const auto text = draft.read(path).value_or("");
  const Lines lines(text);
  const auto variables = variables_of(lines, is_script(path));
  std::vector<Edit> edits;
  std::set<std::string> flags;
  bool is_called = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto end = behind_call(lines.line(number));
    if (end == npos) continue;
    is_called = true;
    const auto begin = lines.begin(number);
    const auto call = std::string_view(text).substr(begin, lines.end(end_of_command(lines, number)) - begin);
    const auto names = flags_in(call);
    const auto set = std::ranges::find_if(names, [&](const auto& name) { return variables.contains(name); });
    if (set == names.end()) {
      if (auto edit = with_option(call, end, begin, option)) edits.push_back(*edit);
    } else if (flags.insert(*set).second) {
      const auto& [other, value] = variables.at(*set);
      const auto first = lines.begin(other);
      const auto whole = std::string_view(text).substr(first, lines.end(end_of_command(lines, other)) - first);
      if (auto edit = with_option(whole, value, first, option)) edits.push_back(*edit);
    }
  }
  if (!edits.empty()) draft.edit(path, std::move(edits));
  return is_called;
}

}  // namespace regreen
