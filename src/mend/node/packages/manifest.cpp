// js.add-dependency, js.add-types, js.module-type, js.fix-script-name: what package.json lacks or says wrongly.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/missing_package.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::vector<std::string> files_with_import(const Tree& tree, const Occurrence& occurrence) {
  std::vector<std::string> files;
  for (const auto& place : places_of(tree, occurrence)) files.push_back(place.file);
  return files;
}

std::set<MissingPackage> missing_types(const Patient& patient) {
  std::set<MissingPackage> missing;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto told = capture(occurrence, "package");  // "@types/node"
    auto package = npm_package(told.starts_with("@types/") ? told.substr(7) : capture(occurrence, "module"));
    if (is_node_module(capture(occurrence, "module"))) package = "node";
    if (!package || (*package != "node" && !is_named(patient.tree, *package))) continue;
    // "@scope/name" has its types in "@types/scope__name".
    const std::string bare = package->starts_with('@') ? replace_all(package->substr(1), "/", "__") : *package;
    const auto files = files_with_import(patient.tree, occurrence);
    const auto home = package_of_file(patient.tree, files.empty() ? "" : files.front());
    if (home && !declares(*home, "@types/" + bare)) missing.insert({home->file, "@types/" + bare, true, "", ""});
  }
  return missing;
}

// What the repository's other packages ask for; or the version that the lock file knows, since another package needs it already; else
// any.
std::string version_for(const Tree& tree, const MissingPackage& one) {
  if (!one.range.empty()) return one.range;
  const auto text = tree.read(nearest(tree, one.file, "package-lock.json"));
  const auto root = text ? read_json_object(*text) : std::nullopt;
  const auto packages = root ? object_in(*text, *root, "packages") : std::nullopt;
  const auto entry = packages ? object_in(*text, *packages, "node_modules/" + one.package) : std::nullopt;
  const auto version = entry ? string_in(*text, *entry, "version") : std::nullopt;
  return version ? "^" + *version : "*";
}

void declare(Draft& draft, const Tree& tree, const MissingPackage& one) {
  const auto text = draft.read(one.file);
  const auto root = text ? read_json_object(*text) : std::nullopt;
  if (!root) return;
  const std::string_view list = one.development ? "devDependencies" : "dependencies";
  const std::string value = "\"" + (one.folder.empty() ? version_for(tree, one) : "file:" + one.folder) + "\"";
  if (const auto object = object_in(*text, *root, list)) {
    draft.edit(one.file, {add_member(*text, *object, one.package, value)});
  } else if (root->find(list) == nullptr) {
    draft.edit(one.file, {add_member(*text, *root, list, "{ \"" + one.package + "\": " + value + " }")});
  }
}

std::vector<Patch> declare_all(const Tree& tree, const std::set<MissingPackage>& missing) {
  Draft draft(tree);
  for (const auto& one : missing) declare(draft, tree, one);
  return draft.patches();
}

// How the project's own package manager is told to add a package: known by its lock file.
struct Manager {
  std::string_view lock;
  std::string_view add;
  std::string_view development;
};

constexpr auto managers = std::to_array<Manager>({
    {"pnpm-lock.yaml", "pnpm add --ignore-scripts", " --save-dev"},
    {"yarn.lock", "yarn add --ignore-scripts", " --dev"},
    {"package-lock.json", "npm install --ignore-scripts --no-audit --no-fund --save", "-dev"},
    {"", "npm install --ignore-scripts --no-audit --no-fund --no-package-lock --save", "-dev"},
});

const Manager& manager_of(const Tree& tree, std::string_view folder) {
  return *std::ranges::find_if(managers, [&](const Manager& manager) {
    return manager.lock.empty() || tree.has(path_in(folder, manager.lock)) || tree.has(manager.lock);
  });
}

std::string wanted(const MissingPackage& one) {
  if (!one.folder.empty()) return "./" + one.folder;
  return one.range.empty() ? one.package : one.package + "@" + one.range;
}

std::vector<ToolCall> install_all(const Tree& tree, const std::set<MissingPackage>& missing) {
  std::string command;
  for (const auto& one : missing) {
    const std::string folder(folder_of(one.file));
    const Manager& manager = manager_of(tree, folder);
    if (!command.empty()) command += " && ";
    command += folder.empty() ? "" : "cd " + shell_quoted(folder) + " && ";
    command += std::string(manager.add) + (one.development ? std::string(manager.development) : "") + " " +
               shell_quoted(wanted(one));
    if (!folder.empty()) command = "(" + command + ")";
  }
  if (command.empty()) return {};
  return {{command}};
}

bool is_module_source(std::string_view path) { return path.ends_with(".js") || path.ends_with(".jsx"); }

// What a compiler makes of it is of the kind that its own options say.
bool is_compiled(std::string_view path) {
  return (path.ends_with(".ts") || path.ends_with(".tsx")) && !path.ends_with(".d.ts") && !is_development_file(path);
}

// The texts of a JSON value, but for its keys.
std::vector<std::string_view> texts_in(std::string_view value) {
  std::vector<std::string_view> texts;
  for (auto open = value.find('"'); open != npos;) {
    const auto close = value.find('"', open + 1);
    if (close == npos) break;
    if (!trim(value.substr(close + 1, 2)).starts_with(':')) texts.push_back(value.substr(open + 1, close - open - 1));
    open = value.find('"', close + 1);
  }
  return texts;
}

// Does a package offer files that are not in the tree, since something makes them of its sources? What says of which kind its files are
// says it of those, too.
bool offers_built_files(const Tree& tree, const NodePackage& package) {
  static constexpr auto offers = std::to_array<std::string_view>({"main", "bin", "exports"});
  return std::ranges::any_of(offers, [&](auto name) {
    const auto* member = package.root.find(name);
    const auto value = member == nullptr
                           ? std::string_view()
                           : std::string_view(package.text).substr(member->value, member->value_end - member->value);
    return std::ranges::any_of(texts_in(value), [&](auto text) {
      const auto path = text.ends_with(".js") && !contains(text, "*") ? resolved(path_in(folder_of(package.file), text))
                                                                      : std::nullopt;
      return path && !tree.has(*path);
    });
  });
}

// Which module system the sources of a package are written in, by counting their statements; "" where they speak both, or are compiled.
std::string spoken_module_type(const Tree& tree, std::string_view folder) {
  std::size_t modules = 0, commonjs = 0;
  for (const auto& path : tree.list()) {
    if (!folder.empty() && !path.starts_with(std::string(folder) + "/")) continue;
    if (is_compiled(path) && !is_vendored(path)) return "";
    if (!is_module_source(path)) continue;
    const std::string source = tree.read(path).value_or("");
    bool module = false, common = false;
    for (const auto line : split_lines(source)) {
      module |= line.starts_with("import ") || line.starts_with("export ");
      common |= contains(line, "require(") || line.starts_with("module.exports") || line.starts_with("exports.");
    }
    modules += module ? 1 : 0;
    commonjs += common && !module ? 1 : 0;
  }
  if (modules > 0 && commonjs == 0) return "module";
  return commonjs > 0 && modules == 0 ? "commonjs" : "";
}

}  // namespace

std::vector<Patch> add_node_dependency(const Patient& patient) {
  return declare_all(patient.tree, missing_packages(patient));
}
std::vector<Patch> add_node_types(const Patient& patient) { return declare_all(patient.tree, missing_types(patient)); }
std::vector<ToolCall> install_node_dependency(const Patient& patient) {
  return install_all(patient.tree, missing_packages(patient));
}
std::vector<ToolCall> install_node_types(const Patient& patient) {
  return install_all(patient.tree, missing_types(patient));
}

std::vector<Patch> set_module_type(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  const auto package = package_of_file(patient.tree, files.empty() ? "" : files.front());
  if (!package || offers_built_files(patient.tree, *package)) return {};
  const std::string type = spoken_module_type(patient.tree, folder_of(package->file));
  if (type.empty()) return {};
  Draft draft(patient.tree);
  if (const auto* member = package->root.find("type")) {
    draft.edit(package->file, {{member->value, member->value_end - member->value, "\"" + type + "\""}});
  } else {
    draft.edit(package->file, {add_member(package->text, package->root, "type", "\"" + type + "\"")});
  }
  return draft.patches();
}

}  // namespace regreen
