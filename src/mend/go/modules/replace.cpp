// go.fix-replace: a folder that go.mod puts in the place of a module, or that go.work uses, and that lies elsewhere today.
//
//   replacement directory ./libs/clockwork does not exist
//
// The module says its name in its own go.mod: where exactly one folder of the tree has it, that one is meant. Of a folder that
// go.work uses the newest commit may tell what module it held; else it is the one of that folder's name that others import.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/modules/go_work.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "model/last_commit.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

template <class Fits>
std::optional<std::string> only(const std::vector<std::string>& folders, Fits fits) {
  std::optional<std::string> found;
  for (const auto& folder : folders) {
    if (!fits(folder)) continue;
    if (found) return std::nullopt;
    found = folder;
  }
  return found;
}

// The folder behind "=>" of a line `[replace] MODULE [VERSION] => FOLDER`, and where it stands.
struct Replaced {
  std::string_view module, folder;
  std::size_t at = 0;
};

std::optional<Replaced> replaced_in(std::string_view line) {
  const auto arrow = line.find("=>");
  if (arrow == npos) return std::nullopt;
  auto left = trim(line.substr(0, arrow));
  if (left.starts_with("//")) return std::nullopt;
  if (left.starts_with("replace ")) left = trim(left.substr(8));
  const auto at = line.find_first_not_of(" \t", arrow + 2);
  if (at == npos) return std::nullopt;
  const auto folder = line.substr(at, line.find_first_of(" \t\r", at) - at);
  if (!is_go_path(folder)) return std::nullopt;
  return Replaced{left.substr(0, left.find(' ')), folder, at};
}

std::vector<Edit> replace_edits(const Tree& tree, const std::string& manifest, std::string_view text,
                                std::string_view module, std::string_view gone) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto replaced = replaced_in(lines.line(number));
    if (!replaced || replaced->module != module || replaced->folder != gone) continue;
    const auto old = resolved(path_in(folder_of(manifest), gone));
    if (old && tree.has(path_in(*old, "go.mod"))) continue;
    const auto folder = only(go_module_folders(tree), [&](const std::string& one) {
      return go_module_of(tree.read(path_in(one, "go.mod")).value_or("")) == module;
    });
    if (!folder) continue;
    edits.push_back({lines.begin(number) + replaced->at, gone.size(), go_path(folder_of(manifest), *folder)});
  }
  return edits;
}

// Does a package outside of the folder import the module that lies there?
bool is_imported(const Tree& tree, const std::string& folder, const std::string& module) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".go") || path.starts_with(folder + "/")) return false;
    const auto text = tree.read(path).value_or("");
    return contains(text, "\"" + module + "\"") || contains(text, "\"" + module + "/");
  });
}

// Is it the module that lay in the folder that is gone?
bool is_module_of(const Patient& patient, const std::string& gone, const std::string& folder) {
  const auto module = std::string(go_module_of(patient.tree.read(path_in(folder, "go.mod")).value_or("")));
  const auto before = patient.last_commit.before.find(path_in(gone, "go.mod"));
  if (before != patient.last_commit.before.end() && before->second) return go_module_of(*before->second) == module;
  return name_of(folder) == name_of(gone) && is_imported(patient.tree, folder, module);
}

// `use ./libs/clock` of go.work, on a line of its own or in a group. `gone` ends in the folder.
std::vector<Edit> use_edits(const Patient& patient, const std::string& workspace, std::string_view text,
                            std::string_view gone) {
  const auto& tree = patient.tree;
  const Lines lines(text);
  std::set<std::string> used;
  std::vector<GoUse> missing;
  for (auto& use : go_uses(workspace, lines)) {
    if (tree.has(path_in(use.folder, "go.mod")))
      used.insert(use.folder);
    else if (("/" + std::string(gone)).ends_with("/" + use.folder))
      missing.push_back(std::move(use));
  }
  if (missing.size() != 1) return {};
  const auto& use = missing.front();
  const auto today = only(go_module_folders(tree), [&](const std::string& one) {
    return !used.contains(one) && is_module_of(patient, use.folder, one);
  });
  if (!today) return {};
  const auto at = lines.line(use.line).find(use.written);
  return {{lines.begin(use.line) + at, use.written.size(), go_path(folder_of(workspace), *today)}};
}

}  // namespace

std::vector<Patch> fix_go_replace(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto module = capture(occurrence, "module");
    auto gone = capture(occurrence, "path");
    if (gone.ends_with("/go.mod")) gone.remove_suffix(7);
    if (gone.empty() || !seen.emplace(module, gone).second) continue;
    for (const auto& path : patient.tree.list()) {
      const bool is_work = name_of(path) == "go.work";
      if (name_of(path) != "go.mod" && !is_work) continue;
      const auto text = draft.read(path);
      if (!text) continue;
      draft.edit(path, is_work && module.empty() ? use_edits(patient, path, *text, gone)
                                                 : replace_edits(patient.tree, path, *text, module, gone));
    }
  }
  return draft.patches();
}

}  // namespace regreen
