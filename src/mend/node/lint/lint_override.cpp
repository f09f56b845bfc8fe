// js.follow-tests: the part of ESLint's configuration that is for tests names files that are not there: the tests were renamed.
//
//   'describe' is not defined  no-undef        "files": ["src/**/*.test.js"]  →  "files": ["src/**/*.spec.js"]
//
// Only globs that match nothing any more, and only where all the files with such findings are matched again.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

// What the runners of tests define for them.
constexpr auto test_globals = std::to_array<std::string_view>(
    {"describe", "it", "test", "expect", "before", "after", "beforeEach", "afterEach", "beforeAll", "afterAll",
     "context", "specify", "suite", "setup", "teardown", "jest", "vi", "cy"});

// How the names of tests are told from those of other files, and the endings of sources: one of a row for another.
constexpr auto marks =
    std::to_array<std::string_view>({".test.", ".spec.", ".tests.", ".specs.", "-test.", "-spec.", "_test.", "_spec."});
constexpr auto folders =
    std::to_array<std::string_view>({"test/", "tests/", "spec/", "specs/", "__tests__/", "__test__/"});
constexpr auto endings =
    std::to_array<std::string_view>({".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".mts", ".cts"});

using Paths = std::set<std::string>;

Paths files_with_findings(const Patient& patient) {
  Paths files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& row : lint_rows(patient.tree, lines_of(occurrence))) {
      const auto name = between(row.text, "'", "' is not defined");
      const bool is_one = contains(row.text, "no-undef") && is_among(name, test_globals);
      if (is_one && row.file) files.insert(*row.file);
    }
  }
  return files;
}

// Does a glob of ESLint match a path of the configuration's folder? "**/" may be no folder, and `{a,b}` is either.
bool covers(const std::string& glob, const std::string& path) {
  const auto open = glob.find('{'), close = open == npos ? npos : glob.find('}', open);
  if (close != npos) {
    const auto list = std::string_view(glob).substr(open + 1, close - open - 1);
    return std::ranges::any_of(split(list, ','), [&](std::string_view one) {
      return covers(glob.substr(0, open) + std::string(one) + glob.substr(close + 1), path);
    });
  }
  const auto flat = replace_all(glob, "**/", "");
  return glob_matches(glob, path) || ((contains(flat, "/") || !contains(path, "/")) && glob_matches(flat, path));
}

bool covers_any(const std::string& glob, const Paths& paths) {
  return std::ranges::any_of(paths, [&](const std::string& path) { return covers(glob, path); });
}

// The one glob that says the same of another kind of name and matches some of the files; "" where none or several do.
std::string followed(const std::string& glob, const Paths& wanted) {
  std::set<std::string> found;
  const auto try_row = [&](const auto& row) {
    for (const auto before : row) {
      const auto at = glob.rfind(before);
      const bool is_part = at != npos && before.ends_with('/') && at > 0 && glob[at - 1] != '/';
      const bool is_within =
          at != npos && before[0] == '.' && !before.ends_with('.') && at + before.size() != glob.size();
      if (at == npos || is_part || is_within) continue;
      for (const auto after : row) {
        const auto other = glob.substr(0, at) + std::string(after) + glob.substr(at + before.size());
        if (after != before && covers_any(other, wanted)) found.insert(other);
      }
    }
  };
  try_row(marks);
  if (found.empty()) try_row(folders);
  if (found.empty()) try_row(endings);
  return found.size() == 1 ? *found.begin() : "";
}

/// A glob of the key `files`, without its quotes.
struct Glob {
  std::size_t at = 0;
  std::string text;
};

// The globs that a configuration gives something of their own: `files` of an object that sets an environment or globals.
std::vector<Glob> globs_of(std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  std::vector<Glob> globs;
  for (auto key = text.find("files"); key != npos; key = text.find("files", key + 1)) {
    auto colon = key + 5;
    if (colon < text.size() && contains("\"'", text.substr(colon, 1))) ++colon;
    const bool is_whole = key > 0 && !is_word_byte(text[key - 1]) && text.substr(colon, 1) == ":";
    const auto block = is_whole ? bracket_around(code, key) : npos;
    const auto end = block == npos || code[block] != '{' ? npos : closing_bracket(code, block);
    if (end == npos) continue;
    const auto body = text.substr(block, end - block);
    if (!contains(body, "env") && !contains(body, "globals") && !contains(body, "extends")) continue;
    const auto value = text.find_first_not_of(" \t\r\n", colon + 1);
    if (value == npos || !contains("['\"", text.substr(value, 1))) continue;
    const auto list_end = text[value] == '[' ? closing_bracket(code, value) : text.find(text[value], value + 1) + 1;
    for (auto at = value; at < list_end;) {
      const auto open = text.find_first_of("'\"", at);
      const auto close = open == npos ? npos : text.find(text[open], open + 1);
      if (close == npos || close > list_end) break;
      globs.push_back({open + 1, std::string(text.substr(open + 1, close - open - 1))});
      at = close + 1;
    }
  }
  return globs;
}

bool is_config(std::string_view path) {
  const auto name = name_of(path);
  return (name.starts_with(".eslintrc") && !name.ends_with("ml")) || name.starts_with("eslint.config.") ||
         name == "package.json";
}

// The paths below a folder, from there.
Paths below(const Paths& paths, const std::string& front) {
  Paths inside;
  for (const auto& path : paths) {
    if (path.starts_with(front)) inside.insert(path.substr(front.size()));
  }
  return inside;
}

// The edits of one configuration after which its globs match all the wanted files.
std::vector<Edit> follow(std::string_view text, const Paths& all, Paths wanted) {
  std::vector<Edit> edits;
  const auto files = wanted;
  for (const auto& glob : globs_of(text)) {
    if (covers_any(glob.text, all)) continue;
    const auto now = followed(glob.text, files);
    if (now.empty()) continue;
    std::erase_if(wanted, [&](const std::string& path) { return covers(now, path); });
    edits.push_back({glob.at, glob.text.size(), now});
  }
  return wanted.empty() ? edits : std::vector<Edit>();
}

}  // namespace

std::vector<Patch> follow_renamed_tests(const Patient& patient) {
  const auto wanted = files_with_findings(patient);
  Paths all;
  for (const auto& path : patient.tree.list()) {
    if (!is_vendored(path)) all.insert(path);
  }
  Draft draft(patient.tree);
  for (const auto& path : all) {
    const auto text = is_config(path) ? draft.read(path) : std::nullopt;
    const auto front = folder_of(path).empty() ? "" : std::string(folder_of(path)) + "/";
    const auto here = below(wanted, front);
    if (!text || here.empty()) continue;
    if (auto edits = follow(*text, below(all, front), here); !edits.empty()) draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
