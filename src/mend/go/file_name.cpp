// go.rename-file: a file whose name ends like that of a system or processor is built for that one only.
//
//   robot/robot.go:7:8: undefined: arm                 parts_arm.go declares it
//
// Meant for all is what is pure Go, has no counterpart for the others, and whose own names say the word: then it is a word
// of the project and not of Go. The file loses the underscore before it: partsarm.go.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "robot/parts_arm.go" → "arm"; "" where no word of the name is one, or two are.
std::string platform_of(std::string_view path) {
  const auto words = go_platforms_of(path);
  return words.size() == 1 ? words[0] : "";
}

std::set<std::string> declared_in(std::string_view text) { return go_declared_in(code_only(text, Speech::go)); }

bool has_any(const std::set<std::string>& names, const std::set<std::string>& others) {
  return std::ranges::any_of(names, [&](const auto& name) { return others.contains(name); });
}

// Code that is made for one system says so.
bool is_bound(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>({"//go:build", "// +build", "import \"C\"", "\"syscall\"",
                                                          "golang.org/x/sys", "\"unsafe\"", "\"syscall/js\"",
                                                          "runtime.GOOS", "runtime.GOARCH", "//go:noescape"});
  return std::ranges::any_of(marks, [&](auto mark) { return contains(text, mark); });
}

// Is there nothing beside the file that is for other systems, and nothing that names the file?
bool stands_alone(const Tree& tree, const std::string& file, const std::set<std::string>& names) {
  const auto stem = std::string_view(file).substr(0, file.rfind('_') + 1);
  for (const auto& path : tree.list()) {
    if (path == file) continue;
    const bool is_beside = folder_of(path) == folder_of(file);
    if (is_beside && (path.ends_with(".s") || (path.starts_with(stem) && !platform_of(path).empty()))) return false;
    const auto text = tree.read(path).value_or("");
    if (contains(text, name_of(file))) return false;
    if (is_beside && path.ends_with(".go") && has_any(declared_in(text), names)) return false;
  }
  return true;
}

bool is_for_all(const Tree& tree, const std::string& file, const std::string& wanted) {
  const auto text = tree.read(file).value_or("");
  const auto names = declared_in(text);
  const auto word = platform_of(file);
  const bool says_word = std::ranges::any_of(names, [&](const auto& name) { return contains(lower(name), word); });
  return says_word && names.contains(wanted) && !is_bound(text) && stands_alone(tree, file, names);
}

// The folder and name of "undefined: arm", "undefined: robot.Arm".
std::pair<std::string, std::string> undefined_in(const Patient& patient, const Occurrence& occurrence,
                                                 const TreePlace& place) {
  const std::string symbol(capture(occurrence, "symbol"));
  const auto dot = symbol.find('.');
  if (dot == npos) return {std::string(folder_of(place.file)), symbol};
  const auto text = patient.tree.read(place.file).value_or("");
  const auto code = code_only(text, Speech::go);
  const Lines lines(text);
  const GoPlace there{patient.tree, patient.rules, place.file, text, code, lines, place.line, place.column, occurrence};
  const auto folder = go_folder_of_import(there, symbol.substr(0, dot));
  return {folder, folder.empty() ? "" : symbol.substr(dot + 1)};
}

}  // namespace

std::vector<Patch> rename_go_file(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty()) continue;
    const auto [folder, name] = undefined_in(patient, occurrence, places[0]);
    if (name.empty() || !seen.emplace(folder, name).second) continue;
    for (const auto& path : patient.tree.list()) {
      if (folder_of(path) != folder || platform_of(path).empty()) continue;
      if (!draft.read(path) || !is_for_all(patient.tree, path, name)) continue;
      const auto underscore = path.rfind('_');
      draft.move(path, path.substr(0, underscore) + path.substr(underscore + 1));
    }
  }
  return draft.patches();
}

}  // namespace regreen
