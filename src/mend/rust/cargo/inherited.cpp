// rust.list-in-workspace: a member takes from its workspace what the root of it does not list.
//
//   failed to parse manifest at `/builds/almanac/crates/report/Cargo.toml`
//     error inheriting `almanac-text` from workspace root manifest's `workspace.dependencies.almanac-text`
//     `dependency.almanac-text` was not found in `workspace.dependencies`
//
// A name that the root spells with the other dash is respelt. Else the root lists it: the only package of the tree that has the name
// by its folder, beside others with their versions with its own; a crate from elsewhere in the one version that the members or
// Cargo.lock have. What a package says of itself (`edition`) becomes what the members that say it agree on.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::string_view listed_table = "workspace.dependencies";

std::string without_blanks(std::string_view value) { return replace_all(std::string(value), " ", ""); }

std::string value_of(const TomlText& toml, std::string_view table, std::string_view name) {
  const auto* key = toml.find(table, name);
  return key == nullptr ? "" : std::string(toml.value(*key));
}

// The names that a manifest takes from the workspace, and where each stands: `text.workspace = true`, `{ workspace = true }`.
std::vector<std::pair<std::string, std::size_t>> inherited_by(const std::string& manifest) {
  const TomlText toml(manifest);
  std::vector<std::pair<std::string, std::size_t>> names;
  for (const auto& key : toml.keys()) {
    const auto value = toml.value(key);
    const auto dot = key.table.rfind('.');
    if (dot != std::string::npos && key.name == "workspace" && value == "true" &&
        is_rust_dependency_table(std::string_view(key.table).substr(0, dot))) {
      const auto name = key.table.substr(dot + 1);
      const auto* table = toml.find_table(key.table);
      if (table != nullptr) names.emplace_back(name, manifest.find(name, table->header));
    }
    if (!is_rust_dependency_table(key.table)) continue;
    if (key.name.ends_with(".workspace") && value == "true")
      names.emplace_back(key.name.substr(0, key.name.size() - 10), key.offset);
    else if (value.starts_with('{') && contains(without_blanks(value), "workspace=true"))
      names.emplace_back(key.name, key.offset);
  }
  return names;
}

// "\"2\"" of `"2"` and `{ version = "2", features = ["x"] }`; "" of what has none.
std::string version_in(std::string_view value) {
  if (value.starts_with('"')) return std::string(value);
  const auto plain = without_blanks(value);
  for (const std::string_view front : {"{version=\"", ",version=\""}) {
    if (contains(plain, front)) return "\"" + std::string(between(plain, front, "\"")) + "\"";
  }
  return "";
}

// The root of a workspace, as it is, and what it says.
class Workspace {
 public:
  Workspace(const Tree& tree, std::string path)
      : tree_(tree), path_(std::move(path)), text_(tree.read(path_).value_or("")), toml_(text_) {
    for (const auto& file : tree.list()) {
      if (name_of(file) != "Cargo.toml") continue;
      packages_.emplace(rust_package(tree.read(file).value_or("")), file);
      if (!is_vendored(file) && rust_workspace_of(tree, file) == path_) members_.push_back(file);
    }
  }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  bool is_readable() const { return !text_.empty() && is_toml(text_); }

  /// The names of the crates that the root lists.
  std::set<std::string> listed() const {
    std::set<std::string> names;
    for (const auto& key : toml_.keys()) {
      const auto whole = key.table + "." + key.name;
      if (!whole.starts_with(std::string(listed_table) + ".")) continue;
      const auto name = whole.substr(listed_table.size() + 1);
      names.insert(name.substr(0, name.find('.')));
    }
    return names;
  }

  std::vector<std::string> members() const { return members_; }

  /// How the root would list a crate; "" where it is not certain which one is meant.
  std::string entry_of(const std::string& name) const {
    const auto [first, last] = packages_.equal_range(name);
    if (first == last) return version_elsewhere(name);
    if (std::next(first) != last) return "";
    const auto folder = path_from(folder_of(path_), folder_of(first->second));
    if (folder == ".") return "";
    const auto version = paths_have_versions() ? version_of(path_in(folder_of(path_), folder + "/Cargo.toml")) : "";
    return "{ path = \"" + folder + "\"" + (version.empty() ? "" : ", version = " + version) + " }";
  }

  /// The value of a package's key that all who say it agree on; "" where they do not, and where nobody says it.
  std::string agreed(const std::string& key) const {
    std::set<std::string> values;
    for (const auto& member : members_) {
      const auto text = tree_.read(member).value_or("");
      const TomlText toml(text);
      if (auto value = value_of(toml, "package", key); !value.empty() && !value.starts_with('{'))
        values.insert(std::move(value));
    }
    return values.size() == 1 ? *values.begin() : "";
  }

 private:
  // Do all crates that are listed by their folders have a version as well? Then they are published.
  bool paths_have_versions() const {
    bool has_one = false;
    for (const auto* key : toml_.keys_of(listed_table)) {
      const auto value = without_blanks(toml_.value(*key));
      if (!contains(value, "path=")) continue;
      if (!contains(value, "version=")) return false;
      has_one = true;
    }
    return has_one;
  }

  std::string version_of(const std::string& manifest) const {
    const auto text = tree_.read(manifest).value_or("");
    const auto own = value_of(TomlText(text), "package", "version");
    return own.starts_with('"') ? own : value_of(toml_, "workspace.package", "version");
  }

  // The one version in which members name a crate themselves; else the only one that Cargo.lock has.
  std::string version_elsewhere(const std::string& name) const {
    std::set<std::string> versions;
    for (const auto& member : members_) {
      const auto text = tree_.read(member).value_or("");
      const TomlText toml(text);
      for (const auto& key : toml.keys()) {
        if (!is_rust_dependency_table(key.table) || key.name != name) continue;
        if (auto version = version_in(toml.value(key)); !version.empty()) versions.insert(std::move(version));
      }
    }
    if (versions.empty()) versions = locked(name);
    return versions.size() == 1 ? *versions.begin() : "";
  }

  std::set<std::string> locked(const std::string& name) const {
    std::set<std::string> versions;
    const auto text = tree_.read(path_in(folder_of(path_), "Cargo.lock")).value_or("");
    const auto lines = split_lines(text);
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
      if (lines[i] == "name = \"" + name + "\"" && lines[i + 1].starts_with("version = \"") &&
          lines[i + 2].starts_with("source = \"registry+"))
        versions.emplace(lines[i + 1].substr(10));
    }
    return versions;
  }

  const Tree& tree_;
  const std::string path_;
  const std::string text_;
  const TomlText toml_;
  std::vector<std::string> members_;
  std::multimap<std::string, std::string> packages_;  ///< of the whole tree: the manifest of each name
};

void add(Draft& draft, const std::string& root, const std::string& table, const std::string& name,
         const std::string& value) {
  const auto text = draft.read(root).value_or("");
  const TomlText toml(text);
  if (value.empty() || toml.find("workspace", table.substr(table.find('.') + 1)) != nullptr) return;  // on one line
  const auto* found = toml.find_table(table);
  draft.edit(root,
             {found != nullptr ? toml.add_key(*found, name, value) : toml.add_table(table, name + " = " + value)});
}

// The name among others that differs in nothing but its dashes.
std::string dashed_alike(const std::set<std::string>& names, const std::string& name) {
  for (const auto& one : names) {
    if (one != name && replace_all(one, "-", "_") == replace_all(name, "-", "_")) return one;
  }
  return "";
}

// Of all members: Cargo stops at the first.
void list_crates(const Workspace& workspace, const std::string& root, Draft& draft) {
  const auto listed = workspace.listed();
  std::set<std::string> added;
  for (const auto& member : workspace.members()) {
    const auto text = draft.read(member).value_or("");
    if (!is_toml(text)) continue;
    for (const auto& [name, offset] : inherited_by(text)) {
      if (listed.contains(name)) continue;
      if (const auto alike = dashed_alike(listed, name); !alike.empty()) {
        if (text.substr(offset, name.size()) == name) draft.edit(member, {{offset, name.size(), alike}});
        continue;
      }
      if (added.insert(name).second) add(draft, root, std::string(listed_table), name, workspace.entry_of(name));
    }
  }
}

void state_key(const Workspace& workspace, const std::string& root, const std::string& key, Draft& draft) {
  const auto text = draft.read(root).value_or("");
  if (TomlText(text).find("workspace.package", key) != nullptr) return;
  add(draft, root, "workspace.package", key, workspace.agreed(key));
}

// "failed to parse manifest at `/builds/almanac/crates/report/Cargo.toml`"
std::string manifest_said(const Tree& tree, const Occurrence& occurrence) {
  constexpr std::string_view mark = "failed to parse manifest at `";
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    const auto at = line->find(mark);
    if (at == std::string::npos) continue;
    const auto rest = std::string_view(*line).substr(at + mark.size());
    return find_file(tree, replace_all(std::string(rest.substr(0, rest.find('`'))), "\\", "/")).value_or("");
  }
  return "";
}

}  // namespace

std::vector<Patch> list_in_rust_workspace(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> roots;
  std::map<std::string, Workspace> workspaces;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto manifest = manifest_said(patient.tree, occurrence);
    const auto root = manifest.empty() ? "" : rust_workspace_of(patient.tree, manifest);
    if (root.empty()) continue;
    const auto& workspace = workspaces.try_emplace(root, patient.tree, root).first->second;
    if (!workspace.is_readable()) continue;
    const auto key = capture(occurrence, "key");
    if (key.starts_with("dependencies.") && roots.insert(root).second) list_crates(workspace, root, draft);
    if (key.starts_with("package.")) state_key(workspace, root, std::string(key.substr(8)), draft);
  }
  return draft.patches();
}

}  // namespace regreen
