// rust.add-member: a package lies in the folder of a workspace whose members are listed, and is none of them.
//
//   error: current package believes it's in a workspace when it's not:
//   current:   /builds/gauge/crates/emit/Cargo.toml
//   workspace: /builds/gauge/Cargo.toml
//
// It becomes a member where one lies beside it that is one: `crates/emit` beside `crates/core`; and where it takes from the workspace
// what only a member gets: `version.workspace = true`. A package for fuzzing, a template or the data of a test stays outside.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

// Folders of packages that are not built with the others.
constexpr auto outside = std::to_array<std::string_view>(
    {"fuzz", "fixtures", "fixture", "testdata", "test_data", "template", "templates", "vendor", "third_party", "target",
     "skeleton", "skeletons", "scaffold", "scaffolds", "boilerplate", "blueprint", "blueprints", "cookiecutter"});

bool is_outside(std::string_view folder) {
  return std::ranges::any_of(split(folder, '/'), [](auto part) { return is_among(part, outside); });
}

// "current:   /builds/gauge/crates/emit/Cargo.toml"
std::string manifest_said(const Tree& tree, const Occurrence& occurrence, std::string_view front) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 4); ++i) {
    const std::string_view line = occurrence.after[i];
    if (!line.starts_with(front)) continue;
    const auto path = replace_all(std::string(trim(line.substr(front.size()))), "\\", "/");
    return find_file(tree, path).value_or("");
  }
  return "";
}

bool lies_beside_one(const StringList& members, std::string_view folder) {
  return std::ranges::any_of(members.items, [&](const ListedString& item) {
    std::string_view member = item.value;
    while (member.ends_with('/')) member.remove_suffix(1);
    return member != "." && folder_of(member) == folder_of(folder);
  });
}

// Where a package takes something from its workspace: [package], [lints], and what it depends on.
bool may_inherit(std::string_view table) {
  return table == "package" || table == "lints" || is_rust_dependency_table(table) ||
         is_rust_dependency_table(table.substr(0, std::min(table.rfind('.'), table.size())));
}

// `version.workspace = true`, `serde = { workspace = true }`: cargo reads such a manifest within its workspace alone.
bool inherits(std::string_view manifest) {
  const TomlText toml(manifest);
  return std::ranges::any_of(toml.keys(), [&](const TomlKey& key) {
    if (!may_inherit(key.table)) return false;
    const auto value = replace_all(std::string(toml.value(key)), " ", "");
    if (key.name == "workspace" || key.name.ends_with(".workspace")) return value == "true";
    return value.starts_with("{workspace=true") || (value.starts_with('{') && contains(value, ",workspace=true"));
  });
}

enum class Belongs { as_others_do, by_its_manifest };

std::vector<Edit> with_member(std::string_view manifest, const std::string& folder, Belongs belongs) {
  const TomlText toml(manifest);
  const auto* key = toml.find("workspace", "members");
  const auto* table = toml.find_table("workspace");
  if (key == nullptr && table != nullptr && belongs == Belongs::by_its_manifest)
    return {toml.add_key(*table, "members", "[\"" + folder + "\"]")};
  const auto members = key == nullptr ? std::nullopt : read_string_list(manifest, key->value);
  if (!members || (belongs == Belongs::as_others_do && !lies_beside_one(*members, folder))) return {};
  const bool is_listed = std::ranges::any_of(members->items, [&](const auto& item) { return item.value == folder; });
  return is_listed ? std::vector<Edit>{} : insert_string(manifest, *members, folder);
}

}  // namespace

std::vector<Patch> add_rust_member(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto current = manifest_said(patient.tree, occurrence, "current:");
    const auto workspace = manifest_said(patient.tree, occurrence, "workspace:");
    const auto text = current.empty() || workspace.empty() ? std::nullopt : draft.read(workspace);
    if (!text || current == workspace || !is_toml(*text)) continue;
    const auto folder = path_from(folder_of(workspace), folder_of(current));
    if (folder.starts_with("..") || is_outside(folder)) continue;
    const auto belongs = inherits(draft.read(current).value_or("")) ? Belongs::by_its_manifest : Belongs::as_others_do;
    draft.edit(workspace, with_member(*text, folder, belongs));
  }
  return draft.patches();
}

}  // namespace regreen
