// tests.follow-words: a recorded text holds words that Python itself no longer prints. The recording is what is old: the program under
// test has not changed, and the words are not its own.
//
//   E         - optional arguments:
//   E         + options:
//
// Only whole lines of tests and of what is recorded beside them, and only what the log shows. Where the project still supports a
// Python that prints the old words, no recording is right for all.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A line as it was, as it is, and the minor version of the Python 3 that changed it.
struct Words {
  std::string_view old, today;
  int since;
};

constexpr std::array words = {
    Words{"optional arguments:", "options:", 10},  // argparse
};

// Does the log show the old line where the new one was printed, or that the old one was sought in what has the new?
bool is_shown(const Occurrence& occurrence, const Words& one) {
  const auto lines = lines_of(occurrence);
  const auto has = [&](std::string_view sign, std::string_view text) {
    return std::ranges::any_of(lines, [&](std::string_view line) {
      line = trim(line);
      if (line.starts_with("E ")) line = trim(line.substr(2));
      return line.starts_with(sign) && trim(line.substr(1)) == text;
    });
  };
  const auto is_sought = [&](std::string_view line) {
    const auto old = "'" + std::string(one.old) + "' ";
    return (contains(line, old + "in ") || contains(line, old + "not found in ")) &&
           contains(line, "\\n" + std::string(one.today) + "\\n");
  };
  return (has("-", one.old) && has("+", one.today)) || (has("-", one.today) && has("+", one.old)) ||
         std::ranges::any_of(lines, is_sought);
}

bool names_older(std::string_view text, int since) {
  if (std::ranges::any_of(pythons_in(text), [&](const auto& minors) { return *minors.begin() < since; })) return true;
  for (auto minor = 6; minor < since; ++minor) {
    const auto number = std::to_string(minor);
    for (const auto& name : {"\"3." + number + "\"", "'3." + number + "'", ":: 3." + number, "py3" + number}) {
      if (contains(text, name)) return true;
    }
  }
  return false;
}

// A pipeline, or a file in which Python keeps its settings: others have versions of something else.
bool names_pythons(std::string_view path) {
  static constexpr auto settings =
      std::to_array<std::string_view>({"tox.ini", "noxfile.py", "pyproject.toml", "setup.cfg", "setup.py"});
  static constexpr auto pipelines = std::to_array<std::string_view>(
      {".gitlab-ci.yml", ".travis.yml", "azure-pipelines.yml", ".circleci/config.yml", "bitbucket-pipelines.yml"});
  return path.starts_with(".github/workflows/") || is_among(path, pipelines) || is_among(name_of(path), settings);
}

// Does the project name an older Python as one that it runs on?
bool supports_older(const Tree& tree, int since) {
  const auto oldest = oldest_python(tree);
  if (oldest && *oldest < since) return true;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto text = names_pythons(path) && !is_vendored(path) ? tree.read(path) : std::nullopt;
    return text && text->size() <= source_bytes_max && names_older(*text, since);
  });
}

// The line itself, or what a string of a test holds of it: "…\noptional arguments:\n…".
std::vector<Edit> edits_of(std::string_view text, const Words& one) {
  std::vector<Edit> edits;
  for (auto at = text.find(one.old); at != std::string_view::npos; at = text.find(one.old, at + 1)) {
    const auto front = text.substr(0, at), rest = text.substr(at + one.old.size());
    const bool begins = front.empty() || std::string_view(" \t\n'\"").find(front.back()) != std::string_view::npos ||
                        front.ends_with("\\n");
    const bool ends = rest.empty() || std::string_view("\r\n'\"\\").find(rest[0]) != std::string_view::npos;
    if (begins && ends) edits.push_back({at, one.old.size(), std::string(one.today)});
  }
  return edits;
}

}  // namespace

std::vector<Patch> follow_python_words(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& one : words) {
    const auto shows = [&](const Occurrence& occurrence) { return is_shown(occurrence, one); };
    if (!std::ranges::any_of(occurrences_of(patient.diagnosis), shows)) continue;
    if (supports_older(patient.tree, one.since)) continue;
    for (const auto& path : patient.tree.list()) {
      const bool is_ours = is_test_file(path) && !is_vendored(path) && !is_sample(path);
      const auto text = is_ours ? draft.read(path) : std::nullopt;
      if (text) draft.edit(path, edits_of(*text, one));
    }
  }
  return draft.patches();
}

}  // namespace regreen
