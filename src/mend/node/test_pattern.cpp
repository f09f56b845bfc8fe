// js.find-tests: Node's test runner is given a pattern, and this Node, before 21, expands none. Where the runner finds the same files
// by itself it is told nothing; else find(1) names them.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/place.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

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

bool is_foreign(std::string_view path) { return contains("/" + std::string(path), "/node_modules/"); }

Paths matched(const Tree& tree, const std::string& pattern) {
  Paths found;
  for (const auto& one : without_braces(pattern)) {
    const auto flat = replace_all(one, "**/", "");  // "**/" is no folder as well
    for (const auto& path : tree.list()) {
      if (!is_foreign(path) && (glob_matches(one, path) || (contains(flat, "/") && glob_matches(flat, path))))
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
  if ((ending != ".js" && ending != ".cjs" && ending != ".mjs") || is_foreign(path)) return false;
  const auto stem = name.substr(0, dot);
  return stem == "test" || stem.starts_with("test-") || stem.ends_with(".test") || stem.ends_with("-test") ||
         stem.ends_with("_test") || contains("/" + std::string(path), "/test/");
}

/// An argument that is a pattern, as it stands in a text with its quotes.
struct Argument {
  std::size_t begin = 0, end = 0;
  std::string pattern;
};

// The argument of a `node … --test` of one line that is the pattern; nothing where it names other files as well.
std::optional<Argument> argument_in(std::string_view text, std::string_view said) {
  for (auto at = text.find("--test "); at != npos; at = text.find("--test ", at + 1)) {
    const auto line_end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(0, line_end);
    auto begin = text.find_first_not_of(' ', at + 6);
    while (begin < line_end && line.substr(begin).starts_with("--") && line.find(' ', begin) != npos)
      begin = line.find_first_not_of(' ', line.find(' ', begin));
    std::string quote;
    for (const auto* one : {"\\\"", "\"", "'"}) {
      if (quote.empty() && line.substr(std::min(begin, line_end)).starts_with(one)) quote = one;
    }
    const auto first = begin + quote.size();
    const auto last =
        quote.empty() ? std::min(line.find_first_of(" \"'&|;\\,", first), line_end) : line.find(quote, first);
    if (begin == npos || first >= line_end || last == npos) continue;
    std::string pattern(line.substr(first, last - first));
    const auto end = last + quote.size();
    const auto behind = trim(line.substr(end)).substr(0, 1);
    const bool is_last = behind.empty() || contains("\"&|;,\\", behind);
    if (pattern.starts_with("./")) pattern.erase(0, 2);
    if (is_last && contains(pattern, "*") && said.ends_with("/" + pattern)) return Argument{begin, end, pattern};
  }
  return std::nullopt;
}

// "test/**/*.test.js" → test, *.test.js; nothing for patterns that find(1) has no such words for
std::optional<std::pair<std::string, std::string>> folder_and_name(const std::string& pattern) {
  const auto mark = pattern.find("/**/");
  if (mark == npos || contains(pattern, "{")) return std::nullopt;
  const auto folder = pattern.substr(0, mark), name = pattern.substr(mark + 4);
  const bool plain = folder.find_first_of("*?[ $'\"") == npos && name.find_first_of("/?[ $'\"\\") == npos;
  return plain && !folder.empty() ? std::optional(std::pair{folder, name}) : std::nullopt;
}

void name_tests(const Patient& patient, const std::string& path, std::string_view said, Draft& draft) {
  const auto text = draft.read(path).value_or("");
  const auto argument = argument_in(text, said);
  if (!argument) return;
  auto meant = matched(patient.tree, argument->pattern);
  if (meant.empty()) return;
  Paths found;
  std::ranges::copy_if(patient.tree.list(), std::inserter(found, found.end()), is_found);
  const bool at_top = folder_of(path).empty();
  if (at_top && found == meant) {
    const auto begin = text.find_last_not_of(' ', argument->begin - 1) + 1;
    draft.edit(path, {{begin, argument->end - begin, ""}});
    return;
  }
  const auto words = folder_and_name(argument->pattern);
  if (!words || is_makefile(path)) return;
  draft.edit(path, {{argument->begin, argument->end - argument->begin,
                     "$(find " + words->first + " -name '" + words->second + "')"}});
}

}  // namespace

std::vector<Patch> find_node_tests(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = capture(occurrence, "path");
    if (!contains(said, "*")) continue;
    for (const auto& path : patient.tree.list()) {
      const bool is_caller = name_of(path) == "package.json" || path.ends_with(".sh") || is_makefile(path);
      if (is_caller && !is_foreign(path)) name_tests(patient, path, said, draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
