// go.use-module: a module of the repository that go.work does not name is used or built all the same.
//
//   pattern ./notify/...: directory prefix notify does not contain modules listed in go.work or their selected dependencies
//   api.go:4:2: no required module provides package example.org/hutch/notify/text
//
// What is named in the message is added, and nothing else: other modules may be left out on purpose.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

/// A folder that go.work names.
struct Used {
  std::size_t line = 0;
  std::string folder;  ///< from the top of the tree
  std::string written;
  bool is_grouped = false;
};

// "./api // note" → "./api"
std::string_view without_comment(std::string_view line) { return trim(line.substr(0, line.find("//"))); }

std::vector<Used> used_in(std::string_view workspace, const Lines& lines) {
  std::vector<Used> all;
  bool is_grouped = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = without_comment(lines.line(number));
    if (line == "use (" || line == "use(") is_grouped = true;
    if (line == ")") is_grouped = false;
    const bool is_single = line.starts_with("use ");
    if (is_single) line = trim(line.substr(4));
    if (!(is_grouped || is_single) || !line.starts_with('.')) continue;
    const auto inside = resolved(path_in(folder_of(workspace), std::string(line) + "/go.mod"));
    if (inside) all.push_back({number, std::string(folder_of(*inside)), std::string(line), is_grouped});
  }
  return all;
}

bool is_within(std::string_view path, std::string_view folder) {
  return path == folder || folder.empty() || path.starts_with(std::string(folder) + "/");
}

// Modules by their folders.
std::map<std::string, std::string> modules_in(const Tree& tree) {
  std::map<std::string, std::string> modules;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "go.mod" || is_vendored(path) || contains("/" + path, "/testdata/")) continue;
    auto name = go_module_of(tree.read(path).value_or(""));
    if (!name.empty()) modules.emplace(folder_of(path), std::move(name));
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

std::set<std::string> modules_said(const std::map<std::string, std::string>& modules, const Occurrence& occurrence) {
  const std::string package(capture(occurrence, "module"));
  std::set<std::string> said;
  for (const auto& [folder, name] : modules) {
    if (!package.empty() && (package == name || package.starts_with(name + "/"))) said.insert(folder);
  }
  const auto folder = resolved(capture(occurrence, "path"));
  return folder && *folder != "directory" ? modules_at(modules, *folder) : said;
}

std::string written(std::string_view workspace, const std::string& folder) {
  const auto path = path_from(folder_of(workspace), folder);
  return path.starts_with('.') ? path : "./" + path;
}

// A further `use`, in order where those that are there are sorted, as they are written.
Edit with_use(std::string_view text, const Lines& lines, const std::vector<Used>& used, const std::string& path) {
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
  const auto used = used_in(workspace, lines);
  if (std::ranges::find(used, folder, &Used::folder) != used.end()) return;
  draft.edit(workspace, {with_use(text, lines, used, written(workspace, folder))});
}

}  // namespace

std::vector<Patch> use_go_module(const Patient& patient) {
  Draft draft(patient.tree);
  const auto modules = modules_in(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& folder : modules_said(modules, occurrence)) {
      const auto workspace = nearest(patient.tree, path_in(folder, "go.mod"), "go.work");
      if (!workspace.empty()) use_module(workspace, folder, draft);
    }
  }
  return draft.patches();
}

}  // namespace regreen
