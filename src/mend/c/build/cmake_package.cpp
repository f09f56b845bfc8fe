// cmake.add-package: a target of another project is linked and never looked for: `fmt::fmt` comes with find_package(fmt).

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Packages whose targets are components to be asked for.
constexpr auto with_components = std::to_array<std::string_view>({"Boost", "Qt5", "Qt6", "Python3", "Python", "ICU"});

bool is_target(std::string_view text) {
  const auto colons = text.find("::");
  return colons != npos && colons > 0 && colons + 2 < text.size() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:-+.") == npos;
}

// `Target "hello" links to:` with the name below, or in the same line in quotes.
std::vector<std::string> targets_said(const Occurrence& occurrence) {
  std::vector<std::string> lines = {occurrence.at.text};
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 4); ++i)
    lines.push_back(occurrence.after[i]);
  const auto above = std::min<std::size_t>(occurrence.before.size(), 4);
  lines.insert(lines.end(), occurrence.before.end() - static_cast<std::ptrdiff_t>(above), occurrence.before.end());
  std::vector<std::string> targets;
  for (auto& line : lines) {
    std::ranges::replace_if(
        line, [](char c) { return c == '"' || c == ','; }, ' ');
    for (const auto word : split(line, ' ')) {
      if (is_target(word) && !is_among(word, targets)) targets.emplace_back(word);
    }
  }
  return targets;
}

std::string call_for(std::string_view target) {
  const auto colons = target.find("::");
  const std::string package(target.substr(0, colons)), component(target.substr(colons + 2));
  const bool parts = is_among(package, with_components);
  return "find_package(" + package + " REQUIRED" + (parts ? " COMPONENTS " + component : "") + ")";
}

// Below the last find_package, else below project() and what is set for the languages.
std::optional<Edit> looked_for(std::string_view text, const std::string& call) {
  const auto is_outermost = [&](const CMakeCall& one) { return one.begin == 0 || text[one.begin - 1] == '\n'; };
  std::optional<CMakeCall> package, project;
  for (const auto& one : cmake_calls(text, "find_package")) {
    if (is_outermost(one)) package = one;
  }
  if (package) return line_below(text, *package, call);
  for (const auto& one : cmake_calls(text, "project")) project = one;
  if (!project) return std::nullopt;
  for (const auto& one : cmake_calls(text, "set")) {
    const auto words = words_in_call(text, one);
    const bool is_of_language = !words.empty() && words[0].starts_with("CMAKE_C");
    if (is_of_language && is_outermost(one) && one.begin > project->begin) project = one;
  }
  return line_below(text, project->close, std::string(line_end(text)) + call);
}

}  // namespace

std::vector<Patch> add_cmake_package(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& target : targets_said(occurrence)) {
      if (!done.insert(target).second) continue;
      const auto package = target.substr(0, target.find("::"));
      std::string home;  // the list that links it; the top one where it is below
      bool known = false;
      for (const auto& path : patient.tree.list()) {
        const auto text = is_cmake(path) ? draft.read(path) : std::nullopt;
        if (!text) continue;
        known |= cmake_call_for(*text, "find_package", package) || cmake_call_for(*text, "add_library", target);
        if (contains(*text, target) && home.empty()) home = path;
      }
      const auto text = known || home.empty()
                            ? std::nullopt
                            : draft.read(patient.tree.has("CMakeLists.txt") ? "CMakeLists.txt" : home);
      if (!text) continue;
      if (const auto edit = looked_for(*text, call_for(target)))
        draft.edit(patient.tree.has("CMakeLists.txt") ? "CMakeLists.txt" : home, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
