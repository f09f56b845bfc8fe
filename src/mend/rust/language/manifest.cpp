#include "mend/rust/language/manifest.h"

#include "base/text.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string unquoted(std::string_view value) {
  const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return std::string(quoted ? value.substr(1, value.size() - 2) : std::string_view{});
}

// Where the string of a key begins within an inline table, behind its quote: `{ version = "1", path = "../core" }`.
std::size_t in_inline_table(std::string_view value, std::string_view key) {
  for (auto at = value.find(key); at != npos; at = value.find(key, at + 1)) {
    const bool is_key = at > 0 && (value[at - 1] == ' ' || value[at - 1] == '{' || value[at - 1] == ',');
    const auto sign = value.find_first_not_of(" \t", at + key.size());
    const auto open = sign == npos || value[sign] != '=' ? npos : value.find_first_not_of(" \t", sign + 1);
    if (is_key && open != npos && (value[open] == '"' || value[open] == '\'')) return open + 1;
  }
  return npos;
}

std::string string_at(std::string_view text, std::size_t at) {
  return at == npos ? "" : std::string(text.substr(at, text.find(text[at - 1], at) - at));
}

bool is_package(const Tree& tree, std::string_view manifest) {
  const auto text = tree.read(manifest);
  return text && TomlText(*text).find_table("package") != nullptr;
}

bool is_root(const TomlText& toml) {
  return std::ranges::any_of(toml.tables(), [](const TomlTable& table) {
    return table.name == "workspace" || table.name.starts_with("workspace.");
  });
}

}  // namespace

std::string rust_string(const TomlText& toml, std::string_view table, std::string_view name) {
  const auto* key = toml.find(table, name);
  return key == nullptr ? "" : unquoted(toml.value(*key));
}

bool is_rust_dependency_table(std::string_view table) {
  return table == "dependencies" || table == "dev-dependencies" || table == "build-dependencies" ||
         table.ends_with(".dependencies") || table.ends_with(".dev-dependencies") ||
         table.ends_with(".build-dependencies");
}

std::string rust_manifest_of(const Tree& tree, std::string_view file) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    const auto path = path_in(folder, "Cargo.toml");
    if (is_package(tree, path)) return path;
    if (folder.empty()) return "";
  }
}

std::string rust_workspace_of(const Tree& tree, const std::string& manifest) {
  const auto own = tree.read(manifest).value_or("");
  const TomlText toml(own);
  if (const auto* named = toml.find("package", "workspace"); named != nullptr) {
    const auto value = toml.value(*named);
    if (value.size() < 2 || !contains("\"'", value.substr(0, 1))) return "";
    const auto folder = resolved(path_in(folder_of(manifest), value.substr(1, value.size() - 2)));
    return folder ? path_in(*folder, "Cargo.toml") : "";
  }
  for (auto folder = folder_of(manifest);; folder = folder_of(folder)) {
    auto path = path_in(folder, "Cargo.toml");
    const auto text = tree.read(path).value_or("");
    if (is_root(TomlText(text))) return path;
    if (folder.empty()) return "";
  }
}

std::vector<std::string> rust_sources(const Tree& tree, const std::string& manifest) {
  const auto front = path_in(folder_of(manifest), "");
  std::set<std::string_view> packages;  // their folders
  for (const auto& path : tree.list()) {
    if (path.starts_with(front) && name_of(path) == "Cargo.toml" && is_package(tree, path))
      packages.insert(folder_of(path));
  }
  std::vector<std::string> sources;
  for (const auto& path : tree.list()) {
    if (!path.starts_with(front) || !path.ends_with(".rs")) continue;
    auto folder = folder_of(path);
    while (!packages.contains(folder) && !folder.empty()) folder = folder_of(folder);
    if (packages.contains(folder) && folder == folder_of(manifest)) sources.push_back(path);
  }
  return sources;
}

std::string rust_package(std::string_view manifest) { return rust_string(TomlText(manifest), "package", "name"); }

std::string rust_library(std::string_view manifest) {
  const auto own = rust_string(TomlText(manifest), "lib", "name");
  return own.empty() ? replace_all(rust_package(manifest), "-", "_") : own;
}

std::vector<RustEntry> rust_entries(const TomlText& toml, std::string_view crate) {
  std::vector<RustEntry> entries;
  for (const auto& key : toml.keys()) {
    const bool has_table = !is_rust_dependency_table(key.table);
    const auto table = has_table ? key.table.substr(0, key.table.rfind('.')) : key.table;
    const auto name = has_table ? key.table.substr(key.table.rfind('.') + 1) : key.name.substr(0, key.name.find('.'));
    if (!is_rust_dependency_table(table) || replace_all(name, "-", "_") != crate) continue;
    auto entry = std::ranges::find_if(
        entries, [&](const RustEntry& one) { return one.table == table && one.has_table == has_table; });
    if (entry == entries.end()) entry = entries.insert(entry, {table, name, {}, has_table});
    entry->keys.push_back(&key);
  }
  return entries;
}

bool rust_depends_on(std::string_view manifest, std::string_view crate) {
  const TomlText toml(manifest);
  return !rust_entries(toml, crate).empty();
}

namespace {

// The name of a crate that the manifest asks for only on demand: `regex = { version = "1", optional = true }`.
std::string optional_named(const TomlText& toml, std::string_view crate) {
  for (const auto& entry : rust_entries(toml, crate)) {
    if (entry.table != "dependencies") continue;
    for (const auto* key : entry.keys) {
      const auto value = replace_all(std::string(toml.value(*key)), " ", "");
      const bool says = value == "true" && (key->name == "optional" || key->name == entry.name + ".optional");
      if (says || contains(value, "optional=true")) return entry.name;
    }
  }
  return "";
}

}  // namespace

std::string rust_feature_of(std::string_view manifest, std::string_view crate) {
  const TomlText toml(manifest);
  auto name = optional_named(toml, crate);
  if (name.empty()) return "";
  std::string feature;
  for (const auto* key : toml.keys_of("features")) {
    if (!contains(toml.value(*key), "\"dep:" + name + "\"")) continue;
    if (!feature.empty()) return "";
    feature = key->name;
  }
  return feature.empty() ? name : feature;
}

std::vector<RustBinary> rust_binaries(const TomlText& toml) {
  std::vector<RustBinary> binaries;
  auto key = toml.keys().begin();
  for (const auto& table : toml.tables()) {
    if (table.name != "bin") continue;
    auto& binary = binaries.emplace_back();
    for (key = std::find_if(key, toml.keys().end(), [&](const TomlKey& one) { return one.offset > table.header; });
         key != toml.keys().end() && key->offset < table.end; ++key) {
      if (key->name == "name") binary.name = unquoted(toml.value(*key));
      if (key->name == "path") binary.path = unquoted(toml.value(*key));
    }
  }
  return binaries;
}

std::set<std::string> rust_programs(const Tree& tree, const std::string& manifest) {
  const auto text = tree.read(manifest).value_or("");
  const TomlText toml(text);
  std::set<std::string> programs, sources;
  for (const auto& binary : rust_binaries(toml)) {
    programs.insert(binary.name);
    sources.insert(binary.path);
  }
  programs.erase("");
  if (const auto* found = toml.find("package", "autobins"); found != nullptr && toml.value(*found) == "false")
    return programs;
  const auto folder = folder_of(manifest);
  const auto front = path_in(folder, "src/bin/");
  if (tree.has(path_in(folder, "src/main.rs")) && !sources.contains("src/main.rs")) programs.insert(rust_package(text));
  for (auto path = std::ranges::lower_bound(tree.list(), front); path != tree.list().end() && path->starts_with(front);
       ++path) {
    const auto rest = path->substr(front.size());
    if (sources.contains("src/bin/" + rest)) continue;
    if (rest.ends_with(".rs") && !contains(rest, "/")) programs.insert(rest.substr(0, rest.size() - 3));
    if (name_of(rest) == "main.rs" && !contains(folder_of(rest), "/")) programs.emplace(folder_of(rest));
  }
  programs.erase("");
  return programs;
}

std::vector<RustPath> rust_paths(std::string_view manifest) {
  const TomlText toml(manifest);
  std::vector<RustPath> paths;
  // Where keys of their own say path, version and package: `[dependencies.core]`, `core.path = "../core"`.
  const auto add_of_keys = [&](const TomlKey& path, const std::string& front, const std::string& name) {
    const auto renamed = rust_string(toml, path.table, front + "package");
    RustPath one{renamed.empty() ? name : renamed, path.value + 1, unquoted(toml.value(path)), 0, ""};
    if (const auto* version = toml.find(path.table, front + "version"); version != nullptr) {
      one.version_offset = version->value + 1;
      one.version = unquoted(toml.value(*version));
    }
    paths.push_back(std::move(one));
  };
  for (const auto& key : toml.keys()) {
    const auto dot = key.table.rfind('.');
    const bool has_table =
        dot != std::string::npos && is_rust_dependency_table(std::string_view(key.table).substr(0, dot));
    if (has_table && key.name == "path") add_of_keys(key, "", key.table.substr(dot + 1));
    if (!is_rust_dependency_table(key.table)) continue;
    const auto value = toml.value(key);
    if (key.name.ends_with(".path")) {
      const auto name = key.name.substr(0, key.name.size() - 5);
      add_of_keys(key, name + ".", name);
    } else if (const auto at = value.starts_with('{') ? in_inline_table(value, "path") : npos; at != npos) {
      const auto renamed = string_at(value, in_inline_table(value, "package"));
      const auto version = in_inline_table(value, "version");
      paths.push_back({renamed.empty() ? key.name : renamed, key.value + at, string_at(value, at),
                       version == npos ? 0 : key.value + version, string_at(value, version)});
    }
  }
  return paths;
}

}  // namespace regreen
