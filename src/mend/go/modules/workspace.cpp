// go.use-module: a module of the repository that go.work does not name is used or built all the same.
//
//   pattern ./notify/...: directory prefix notify does not contain modules listed in go.work or their selected dependencies
//   api.go:4:2: no required module provides package example.org/hutch/notify/text
//
// What is named in the message is added, and nothing else: other modules may be left out on purpose.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/modules/go_work.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

bool is_within(std::string_view path, std::string_view folder) {
  return path == folder || folder.empty() || path.starts_with(std::string(folder) + "/");
}

// Modules by their folders.
std::map<std::string, std::string> modules_in(const Tree& tree) {
  std::map<std::string, std::string> modules;
  for (auto& folder : go_module_folders(tree)) {
    auto name = go_module_of(tree.read(path_in(folder, "go.mod")).value_or(""));
    if (!name.empty()) modules.emplace(std::move(folder), std::move(name));
  }
  return modules;
}

// The module that a folder is of; all below it where it is of none.
std::set<std::string> modules_at(const std::map<std::string, std::string>& modules, const std::string& folder) {
  std::string nearest;
  std::set<std::string> below;
  for (const auto& [at, name] : modules) {
    if (!at.empty() && is_within(folder, at) && at.size() > nearest.size()) nearest = at;
    if (is_within(at, folder)) below.insert(at);
  }
  return nearest.empty() ? below : std::set<std::string>{nearest};
}

// The module that has a package: example.org/hutch/notify has …/notify/text, and example.org/hutch has not.
std::set<std::string> modules_with(const std::map<std::string, std::string>& modules, std::string_view package) {
  std::set<std::string> found;
  std::string_view longest;
  for (const auto& [folder, name] : modules) {
    if (!is_within(package, name) || name.size() < longest.size()) continue;
    if (name.size() > longest.size()) found.clear();
    longest = name;
    found.insert(folder);
  }
  return found;
}

std::set<std::string> modules_said(const std::map<std::string, std::string>& modules, const Occurrence& occurrence) {
  const auto path = capture(occurrence, "path");
  if (path.empty()) return modules_with(modules, capture(occurrence, "module"));
  const auto folder = resolved(path);
  return folder ? modules_at(modules, *folder) : std::set<std::string>{};
}

// A further `use`, in order where those that are there are sorted, as they are written.
Edit with_use(std::string_view text, const Lines& lines, const std::vector<GoUse>& used, const std::string& path) {
  if (used.empty()) return {text.size(), 0, (text.ends_with('\n') ? "\nuse " : "\n\nuse ") + path + "\n"};
  std::vector<std::string> names;
  for (const auto& one : used) names.push_back(one.written);
  const auto index = std::min(place_in_order(names, path), used.size());
  const auto& neighbour = used[std::min(index, used.size() - 1)];
  const auto line = std::string(indentation(lines.line(neighbour.line))) + (neighbour.is_grouped ? "" : "use ") + path;
  const auto number = index < used.size() ? neighbour.line : neighbour.line + 1;
  const bool is_open = number > lines.count() && !text.ends_with('\n');
  return {lines.begin(number), 0, is_open ? "\n" + line : line + "\n"};
}

void use_module(const std::string& workspace, const std::string& folder, Draft& draft) {
  const auto text = draft.read(workspace).value_or("");
  const Lines lines(text);
  const auto used = go_uses(workspace, lines);
  if (std::ranges::find(used, folder, &GoUse::folder) != used.end()) return;
  draft.edit(workspace, {with_use(text, lines, used, go_path(folder_of(workspace), folder))});
}

}  // namespace

std::vector<Patch> use_go_module(const Patient& patient) {
  Draft draft(patient.tree);
  const auto modules = modules_in(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    for (const auto& folder : modules_said(modules, occurrence)) {
      const auto asker = places.empty() ? path_in(folder, "go.mod") : places.front().file;
      const auto workspace = nearest(patient.tree, asker, "go.work");
      if (!workspace.empty()) use_module(workspace, folder, draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
