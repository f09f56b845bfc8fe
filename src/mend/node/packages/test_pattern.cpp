// js.find-tests: Node's test runner is given a pattern, and this Node, before 21, expands none. Where the runner finds the same files
// by itself it is told nothing; else find(1) names them.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto workflows = std::to_array<std::string_view>({"*.yml", "*.yaml"});

using Paths = std::set<std::string>;

// "test/**/*.test.{js,mjs}" → one pattern for each ending
std::vector<std::string> without_braces(const std::string& pattern) {
  const auto open = pattern.find('{'), close = pattern.find('}', open == npos ? 0 : open);
  if (open == npos || close == npos) return {pattern};
  std::vector<std::string> all;
  for (const auto one : split(std::string_view(pattern).substr(open + 1, close - open - 1), ','))
    all.push_back(pattern.substr(0, open) + std::string(one) + pattern.substr(close + 1));
  return all;
}

// What a pattern means in a folder.
Paths matched(const Tree& tree, std::string_view folder, const std::string& pattern) {
  Paths found;
  for (const auto& one : without_braces(path_in(folder, pattern))) {
    const auto flat = replace_all(one, "**/", "");  // "**/" is no folder as well
    for (const auto& path : tree.list()) {
      const bool is_at_top = contains(one, "/") || folder_of(path).empty();
      if (!is_vendored(path) && is_at_top &&
          (glob_matches(one, path) || (contains(flat, "/") && glob_matches(flat, path))))
        found.insert(path);
    }
  }
  return found;
}

// What `node --test` runs where nothing is named: `test/…`, `test.js`, `test-a.js`, `a.test.js`, `a-test.js`, `a_test.js`.
bool is_found(std::string_view path) {
  const auto name = name_of(path);
  const auto dot = name.rfind('.');
  const auto ending = dot == npos ? "" : name.substr(dot);
  if ((ending != ".js" && ending != ".cjs" && ending != ".mjs") || is_vendored(path)) return false;
  const auto stem = name.substr(0, dot);
  return stem == "test" || stem.starts_with("test-") || stem.ends_with(".test") || stem.ends_with("-test") ||
         stem.ends_with("_test") || contains("/" + std::string(path), "/test/");
}

// What `node --test` runs in a folder where nothing is named.
Paths found_in(const Tree& tree, std::string_view folder) {
  const auto front = folder.empty() ? "" : std::string(folder) + "/";
  Paths found;
  std::ranges::copy_if(tree.list(), std::inserter(found, found.end()), [&](const auto& path) {
    return path.starts_with(front) && is_found(std::string_view(path).substr(front.size()));
  });
  return found;
}

/// An argument that is a pattern, as it stands in a text with its quotes.
struct Argument {
  std::size_t gap = 0, begin = 0, end = 0;  ///< `gap`: where the blanks in front of it begin
  std::string pattern;
};

// The argument of the `--test` at a byte of a line; nothing where it names other files as well.
std::optional<Argument> argument_at(std::string_view line, std::size_t at) {
  auto begin = line.find_first_not_of(' ', at + 6);
  while (begin != npos && line.substr(begin).starts_with("--") && line.find(' ', begin) != npos)
    begin = line.find_first_not_of(' ', line.find(' ', begin));
  if (begin == npos) return std::nullopt;
  std::string_view quote;
  for (const std::string_view one : {"\\\"", "\"", "'"}) {
    if (quote.empty() && line.substr(begin).starts_with(one)) quote = one;
  }
  const auto first = begin + quote.size();
  const auto last =
      quote.empty() ? std::min(line.find_first_of(" \"'&|;\\,", first), line.size()) : line.find(quote, first);
  if (first >= line.size() || last == npos) return std::nullopt;
  std::string pattern(line.substr(first, last - first));
  const auto end = last + quote.size();
  const auto behind = trim(line.substr(end)).substr(0, 1);
  const bool is_last = behind.empty() || contains("\"&|;,\\", behind);
  if (pattern.starts_with("./")) pattern.erase(0, 2);
  return is_last && contains(pattern, "*")
             ? std::optional(Argument{line.find_last_not_of(' ', begin - 1) + 1, begin, end, pattern})
             : std::nullopt;
}

// The patterns that a text gives to `node … --test`.
std::vector<Argument> arguments_in(std::string_view text) {
  constexpr std::size_t line_bytes_max = 10'000;  // what people write is shorter
  constexpr std::size_t arguments_max = 100;
  std::vector<Argument> all;
  for (const auto line : split_lines(text)) {
    if (line.size() > line_bytes_max) continue;
    for (auto at = line.find("--test "); at != npos && all.size() < arguments_max; at = line.find("--test ", at + 1)) {
      auto argument = argument_at(line, at);
      if (!argument) continue;
      const auto front = offset_in(text, line);
      all.push_back({front + argument->gap, front + argument->begin, front + argument->end, argument->pattern});
    }
  }
  return all;
}

// "test/**/*.test.js" → test, *.test.js; nothing for patterns that find(1) has no such words for
std::optional<std::pair<std::string, std::string>> folder_and_name(const std::string& pattern) {
  const auto mark = pattern.find("/**/");
  if (mark == npos || contains(pattern, "{")) return std::nullopt;
  const auto folder = pattern.substr(0, mark), name = pattern.substr(mark + 4);
  const bool plain = folder.find_first_of("*?[ $'\"") == npos && name.find_first_of("/?[ $'\"\\") == npos;
  return plain && !folder.empty() ? std::optional(std::pair{folder, name}) : std::nullopt;
}

/// A pattern in a file, and the folder in which it is meant.
struct Call {
  std::string file, folder;
  Argument argument;
};

std::vector<Call> calls_of(const Tree& tree) {
  std::vector<Call> calls;
  for (const auto& path : tree.list()) {
    const bool is_caller = name_of(path) == "package.json" || path.ends_with(".sh") || is_makefile(path);
    if (!is_caller || is_vendored(path)) continue;
    const auto text = tree.read(path).value_or("");
    for (auto& argument : arguments_in(text))
      calls.push_back({path, std::string(folder_of(path)), std::move(argument)});
  }
  return calls;
}

bool is_folder(std::string_view printed, std::string_view folder) {
  return folder.empty() || printed.ends_with("/" + std::string(folder));
}

// The folder in which a call ran, where a log prints that in full. npm goes to the folder of the package; a script is called from
// there, or from its own. Nothing where a package ran that is not the one of the call.
std::optional<std::string> folder_of_call(const Tree& tree, const Call& call, std::string_view printed) {
  const bool is_package = name_of(call.file) == "package.json";
  if (!is_package && !call.folder.empty() && is_folder(printed, call.folder)) return call.folder;
  std::string folder;  // the top, too, fits what fits a package
  for (const auto& path : tree.list()) {
    const auto other = folder_of(path);
    if (name_of(path) == "package.json" && other.size() > folder.size() && is_folder(printed, other)) folder = other;
  }
  return is_package && folder != call.folder ? std::nullopt : std::optional(folder);
}

// The calls that a log speaks of: one pattern may end as another one does.
std::vector<Call> meant_by(const Tree& tree, std::string_view said, const std::vector<Call>& calls) {
  std::vector<Call> meant;
  std::size_t longest = 0;
  for (auto call : calls) {
    const auto& pattern = call.argument.pattern;
    if (!said.ends_with("/" + pattern)) continue;
    const auto folder = folder_of_call(tree, call, said.substr(0, said.size() - pattern.size() - 1));
    const auto length = folder ? path_in(*folder, pattern).size() : 0;
    if (!folder || length < longest) continue;
    if (length > longest) meant.clear();
    longest = length;
    call.folder = *folder;
    meant.push_back(std::move(call));
  }
  return meant;
}

enum class Shell { any, posix };  // npm's is cmd.exe on Windows

std::optional<Edit> name_tests(const Tree& tree, const Call& call, Shell shell) {
  const auto& [gap, begin, end, pattern] = call.argument;
  const auto meant = matched(tree, call.folder, pattern);
  if (meant.empty()) return std::nullopt;
  if (found_in(tree, call.folder) == meant) return Edit{gap, end - gap, ""};
  const auto words = folder_and_name(pattern);
  if (!words || is_makefile(call.file) || shell != Shell::posix) return std::nullopt;
  return Edit{begin, end - begin, "$(find " + words->first + " -name '" + words->second + "')"};
}

}  // namespace

std::vector<Patch> find_node_tests(const Patient& patient) {
  std::set<std::string> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto said = capture(occurrence, "path"); contains(said, "*")) all.emplace(said);
  }
  const auto& tree = patient.tree;
  const auto calls = all.empty() ? std::vector<Call>() : calls_of(tree);
  const bool on_windows = !calls.empty() && is_mentioned(tree, workflows, "windows-");
  std::map<std::string, std::map<std::size_t, Edit>> edits;  // each pattern once
  for (const auto& said : all) {
    for (const auto& call : meant_by(tree, said, calls)) {
      const auto shell = on_windows && name_of(call.file) == "package.json" ? Shell::any : Shell::posix;
      if (auto edit = name_tests(tree, call, shell)) edits[call.file].emplace(edit->offset, std::move(*edit));
    }
  }
  Draft draft(tree);
  for (auto& [file, by_place] : edits) {
    std::vector<Edit> of_file;
    for (auto& [at, edit] : by_place) of_file.push_back(std::move(edit));
    draft.edit(file, std::move(of_file));
  }
  return draft.patches();
}

}  // namespace regreen
