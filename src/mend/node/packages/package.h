#pragma once

#include "mend/format/json_text.h"
#include "model/tree.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where a package.json says what the package needs.
constexpr auto dependency_lists =
    std::to_array<std::string_view>({"dependencies", "devDependencies", "peerDependencies", "optionalDependencies"});

/// A package.json of the tree.
struct NodePackage {
  std::string file;
  std::string text;
  JsonObject root;
};

/// The package.json that governs a file: in its folder or the nearest above. Nothing where there is none that parses.
std::optional<NodePackage> package_of_file(const Tree& tree, std::string_view file);

/// The package of a module specifier: "lodash/fp" → "lodash", "@scope/name/x" → "@scope/name". Nothing for relative
/// and absolute ones, for Node's own modules, and for what npm would not take as a name.
std::optional<std::string> npm_package(std::string_view module);

/// Is it one of Node's own modules: "fs", "fs/promises", "node:test"?
bool is_node_module(std::string_view module);

/// Does some source or configuration of the project name a package? What only a log names is never installed.
bool is_named(const Tree& tree, std::string_view package);

/// Does a package.json declare the package, in any of its lists?
bool declares(const NodePackage& package, std::string_view name);

/// Is a file an ES module, by its ending, its package or what its code says?
bool is_es_module(const Tree& tree, std::string_view file, std::string_view code);

/// The names of all packages that the tree itself defines (workspaces): they are never dependencies from outside.
std::vector<std::string> own_packages(const Tree& tree);

/// Is it used only for development: tests, configuration, types?
bool is_development_file(std::string_view path);

}  // namespace regreen
