// js.add-export: a module of the project's own package is asked for by the package's name, and its `exports` leave it out.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// The last part of a path without its ending: "./lib/parse.js" → "parse".
std::string stem_of(std::string_view path) {
  const auto name = name_of(path);
  return std::string(name.substr(0, name.find('.')));
}

// All files that a value of `exports` names are there.
bool are_there(const Tree& tree, std::string_view folder, std::string_view value) {
  const auto parts = split(value, '"');
  std::size_t count = 0;
  for (std::size_t i = 1; i < parts.size(); i += 2) {
    if (!parts[i].starts_with("./")) continue;
    const auto path = resolved(path_in(folder, parts[i]));
    if (!path || !tree.has(*path)) return false;
    ++count;
  }
  return count > 0;
}

// A path within the package without its ending: "./locale/de.js" → "locale/de".
std::string inner_of(std::string_view path) {
  path.remove_prefix(std::min<std::size_t>(path.size(), 2));
  return path_in(folder_of(path), stem_of(path));
}

// What a member says of its own path, said of another; "" where it does not say its path, or what it would name is not there.
std::string said_of(const Tree& tree, const NodePackage& home, const JsonMember& member, const std::string& own,
                    const std::string& other) {
  const auto value = home.text.substr(member.value, member.value_end - member.value);
  const auto like = own.empty() ? value : replace_all(value, "/" + own + ".", "/" + other + ".");
  return like != value && are_there(tree, folder_of(home.file), like) ? like : "";
}

// What `exports` would say of a path, as it says it of another: "./parse": "./lib/parse.js" → "./locale/de": "./lib/locale/de.js".
// Paths of the same folder may lie in one of another name: "./icons/a": "./lib/a.js" → "./icons/b": "./lib/b.js".
std::string by_example(const Tree& tree, const NodePackage& home, const JsonObject& exports, std::string_view path) {
  const auto name = "\"" + std::string(path) + "\"";
  for (const auto& member : exports.members) {
    if (contains(member.key, "*")) continue;
    const auto own =
        member.key == "." ? stem_of(between(home.text.substr(member.value), "\"./", "\"")) : inner_of(member.key);
    if (auto value = said_of(tree, home, member, own, inner_of(path)); !value.empty()) return value;
    auto value = said_of(tree, home, member, std::string(name_of(own)), stem_of(path));
    if (!value.empty() && (folder_of(member.key) == folder_of(path) || contains(value, name))) return value;
  }
  return "";
}

// A path that is a file's own is no other file.
std::string value_for(const Tree& tree, const NodePackage& home, const JsonObject& exports, std::string_view path) {
  if (path == "./package.json") return "\"./package.json\"";
  auto value = by_example(tree, home, exports, path);
  const auto file = resolved(path_in(folder_of(home.file), path));
  const bool is_file = file && tree.has(*file);
  return is_file && !contains(value, "\"" + std::string(path) + "\"") ? "" : value;
}

// What a package keeps for itself by its name stays closed: "./lib/internal/cache.js", "./_memo.js".
bool is_kept(std::string_view path) {
  static constexpr auto names =
      std::to_array<std::string_view>({"internal", "internals", "private", "impl", "test", "tests", "node_modules"});
  return std::ranges::any_of(split(path, '/'), [](auto part) {
    return part == ".." || part.starts_with('_') || is_among(part.substr(0, part.find('.')), names);
  });
}

// The package of the repository that a log means: by the place of its package.json, or, where a workspace is linked into
// node_modules, by its name.
std::optional<NodePackage> package_said(const Tree& tree, std::string_view printed) {
  constexpr std::string_view installed = "/node_modules/", manifest = "/package.json";
  if (const auto at = printed.rfind(installed); at != std::string_view::npos && printed.ends_with(manifest)) {
    printed.remove_prefix(at + installed.size());
    const auto name = printed.substr(0, printed.size() - manifest.size());
    for (const auto& path : tree.list()) {
      auto package = name_of(path) == "package.json" && !is_vendored(path) ? package_of_file(tree, path) : std::nullopt;
      if (package && package->file == path && string_in(package->text, package->root, "name") == name) return package;
    }
    return std::nullopt;
  }
  const auto file = find_file(tree, printed);
  return file && name_of(*file) == "package.json" ? package_of_file(tree, *file) : std::nullopt;
}

// Does the README tell to import a path?
bool is_told(const Tree& tree, const NodePackage& home, std::string_view path) {
  const auto said = string_in(home.text, home.root, "name").value_or("") + std::string(path.substr(1));
  const auto readme = path_in(folder_of(home.file), "README.md");
  return contains(tree.read(readme).value_or(""), said);
}

// Where single paths are listed, the others are left out on purpose.
bool lists_what_is_public(const JsonObject& exports, std::string_view path) {
  return path != "./package.json" && std::ranges::any_of(exports.members, [](const auto& one) {
           return one.key != "." && one.key != "./package.json" && !contains(one.key, "*");
         });
}

// Is a path, which is no file's own, in a folder that has none so far?
bool opens_folder(const Tree& tree, const NodePackage& home, const JsonObject& exports, std::string_view path) {
  const auto folder = folder_of(path);
  const auto file = resolved(path_in(folder_of(home.file), path));
  return folder != "." && !(file && tree.has(*file)) &&
         std::ranges::none_of(exports.members, [&](const auto& one) { return folder_of(one.key) == folder; });
}

// `"./features/internal-*": null` closes paths, for all or on some condition.
bool is_closed(const NodePackage& home, const JsonObject& exports, std::string_view path) {
  return std::ranges::any_of(exports.members, [&](const auto& one) {
    const auto value = home.text.substr(one.value, one.value_end - one.value);
    const auto star = std::min(one.key.find('*'), one.key.size());
    const bool is_pattern = star < one.key.size() || one.key.ends_with('/');
    return is_pattern && contains(value, "null") && path.starts_with(one.key.substr(0, star)) &&
           path.ends_with(one.key.substr(std::min(star + 1, one.key.size())));
  });
}

bool are_paths(const JsonObject& exports) {
  return !exports.members.empty() &&
         std::ranges::all_of(exports.members, [](const auto& one) { return one.key.starts_with('.'); });
}

}  // namespace

std::vector<Patch> add_package_export(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto path = capture(occurrence, "symbol");
    if (!path.starts_with("./") || is_kept(path)) continue;
    const auto home = package_said(patient.tree, capture(occurrence, "path"));
    if (!home || draft.patch().find(home->file) != nullptr) continue;
    const auto exports = object_in(home->text, home->root, "exports");
    if (!exports || !are_paths(*exports) || exports->find(path) != nullptr) continue;
    const bool is_linked = contains(capture(occurrence, "path"), "/node_modules/");
    if (is_closed(*home, *exports, path)) continue;
    const bool is_kept_back =
        (is_linked && lists_what_is_public(*exports, path)) || opens_folder(patient.tree, *home, *exports, path);
    if (is_kept_back && !is_told(patient.tree, *home, path)) continue;
    const auto value = value_for(patient.tree, *home, *exports, path);
    if (!value.empty()) draft.edit(home->file, {add_member(home->text, *exports, path, value)});
  }
  return draft.patches();
}

}  // namespace regreen
