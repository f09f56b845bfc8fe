// rust.fix-members: Cargo.toml names a folder in which there is no package.
//
//   error: failed to load manifest for workspace member `/builds/rain/crates/legacy`
//     failed to read `/builds/rain/crates/legacy/Cargo.toml`
//
// A dependency or member that lies elsewhere today is named there. A member that is nowhere leaves the workspace, if nothing
// else of the project speaks of it: a submodule that was not fetched, an ignored folder or a package that others depend on
// is missing for another reason, and stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/text/ignored.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// Files that build, test or publish: what they name is in use.
constexpr auto users =
    std::to_array<std::string_view>({"*.yml", "*.yaml", "*.sh", "Makefile", "makefile", "*.mk", "justfile", "Justfile",
                                     "Dockerfile*", ".gitmodules", ".gitignore", "*.rs"});

constexpr std::size_t printed_max = 20;  // cargo stops at the first: each is sought in all manifests

struct Package {
  std::string folder, name;
};

std::vector<Package> packages_in(const Tree& tree) {
  std::vector<Package> packages;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "Cargo.toml") continue;
    auto name = rust_package(tree.read(path).value_or(""));
    if (!name.empty()) packages.push_back({std::string(folder_of(path)), std::move(name)});
  }
  return packages;
}

bool is_gone(const Tree& tree, std::string_view folder) {
  const auto front = std::string(folder) + "/";
  return std::ranges::none_of(tree.list(), [&](const std::string& path) { return path.starts_with(front); });
}

bool is_meant(std::string_view printed, std::string_view folder) {
  return ("/" + std::string(printed)).ends_with("/" + std::string(folder) + "/Cargo.toml");
}

// Dependencies on the folder: it is where the only package of that name is.
std::vector<Edit> moved_paths(const Tree& tree, const std::string& manifest, std::string_view text,
                              std::string_view printed) {
  std::vector<Edit> edits;
  for (const auto& one : rust_paths(text)) {
    const auto folder = resolved(path_in(folder_of(manifest), one.path));
    if (!folder || !is_meant(printed, *folder) || tree.has(path_in(*folder, "Cargo.toml"))) continue;
    const auto packages = packages_in(tree);
    const auto is_same = [&](const Package& package) { return package.name == one.package; };
    const auto found = std::ranges::find_if(packages, is_same);
    if (found == packages.end() || std::ranges::count_if(packages, is_same) != 1) continue;
    edits.push_back({one.offset, one.path.size(), path_from(folder_of(manifest), found->folder)});
  }
  return edits;
}

bool is_depended_on(const Tree& tree, std::string_view folder) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (name_of(path) != "Cargo.toml") return false;
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(
        rust_paths(text), [&](const RustPath& one) { return resolved(path_in(folder_of(path), one.path)) == folder; });
  });
}

// Does the project itself keep it out of the tree, or use it?
bool is_spoken_of(const Tree& tree, const std::string& folder) {
  return is_ignored(tree, folder) || is_mentioned(tree, users, folder) || is_depended_on(tree, folder);
}

// "crates/*" lists the folders within crates; a name without a slash one at the top.
bool lists(const std::string& member, std::string_view folder) {
  return member == folder || (contains(member, "/") == contains(folder, "/") && glob_matches(member, folder));
}

// The only package of the same folder name that no member list holds yet.
std::string moved_to(const Tree& tree, const std::string& folder, const std::vector<std::string>& members) {
  std::string found;
  for (const auto& package : packages_in(tree)) {
    const bool is_member =
        std::ranges::any_of(members, [&](const std::string& one) { return lists(one, package.folder); });
    if (name_of(package.folder) != name_of(folder) || is_member || package.folder.empty()) continue;
    if (!found.empty()) return "";
    found = package.folder;
  }
  return found;
}

std::vector<Edit> member_edits(const Tree& tree, const std::string& manifest, std::string_view text,
                               std::string_view printed) {
  std::vector<Edit> edits;
  const TomlText toml(text);
  std::vector<std::string> members;
  for (const std::string_view name : {"members", "default-members"}) {
    const auto* key = toml.find("workspace", name);
    const auto list = key == nullptr ? std::nullopt : read_string_list(text, key->value);
    if (!list) continue;
    for (const auto& item : list->items) {
      if (const auto folder = resolved(path_in(folder_of(manifest), item.value))) members.push_back(*folder);
    }
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const auto& item = list->items[i];
      const auto folder = resolved(path_in(folder_of(manifest), item.value));
      if (!folder || contains(item.value, "*") || !is_meant(printed, *folder) || !is_gone(tree, *folder)) continue;
      const auto today = moved_to(tree, *folder, members);
      if (!today.empty())
        edits.push_back({item.offset + 1, item.length - 2, path_from(folder_of(manifest), today)});
      else if (!is_spoken_of(tree, *folder))
        gone.push_back(i);
    }
    if (gone.size() == list->items.size()) continue;  // a workspace has a member
    for (auto& edit : remove_strings(text, *list, gone)) edits.push_back(std::move(edit));
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_rust_members(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto printed = replace_all(std::string(capture(occurrence, "path")), "\\", "/");
    if (!printed.ends_with("/Cargo.toml") || !seen.insert(printed).second) continue;
    if (seen.size() > printed_max) break;
    for (const auto& path : patient.tree.list()) {
      const auto text = name_of(path) == "Cargo.toml" ? draft.read(path) : std::nullopt;
      if (!text || !is_toml(*text)) continue;
      auto edits = moved_paths(patient.tree, path, *text, printed);
      for (auto& edit : member_edits(patient.tree, path, *text, printed)) edits.push_back(std::move(edit));
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
