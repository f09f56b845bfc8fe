#pragma once

#include "mend/format/toml_edit.h"
#include "model/tree.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The Cargo.toml of the package that a file belongs to; "" where none does.
std::string rust_manifest_of(const Tree& tree, std::string_view file);

/// The manifest of the workspace that a package belongs to: the one it names, else the nearest; "" where there is none.
std::string rust_workspace_of(const Tree& tree, const std::string& manifest);

/// What a manifest says for a key, where that is a string; "" else.
std::string rust_string(const TomlText& toml, std::string_view table, std::string_view name);

/// The sources of the package that a Cargo.toml is of: the files of Rust below it that belong to no package within.
std::vector<std::string> rust_sources(const Tree& tree, const std::string& manifest);

/// The name of a manifest's package, as Cargo.toml writes it; "" where it has none.
std::string rust_package(std::string_view manifest);

/// The name by which sources call the library of a manifest's package.
std::string rust_library(std::string_view manifest);

/// Does a table of a manifest list dependencies, of whatever kind and target?
bool is_rust_dependency_table(std::string_view table);

/// How a manifest names a crate among the dependencies of one kind.
struct RustEntry {
  std::string table;                 ///< "dependencies", "target.cfg(unix).dev-dependencies"
  std::string name;                  ///< as the manifest writes it
  std::vector<const TomlKey*> keys;  ///< all that say something of it
  bool has_table = false;            ///< [dependencies.slugs]
};

/// All entries of a crate, by the name that sources call it. They borrow the keys.
std::vector<RustEntry> rust_entries(const TomlText& toml, std::string_view crate);

/// Does a manifest name a crate among its dependencies? By the name that sources call it.
bool rust_depends_on(std::string_view manifest, std::string_view crate);

/// The feature that brings an optional crate, called as sources call it; "" where the crate is always there, is none of the
/// dependencies, or comes with several features.
std::string rust_feature_of(std::string_view manifest, std::string_view crate);

/// A program that a manifest names itself: [[bin]].
struct RustBinary {
  std::string name, path;  ///< "" where it says none
};

std::vector<RustBinary> rust_binaries(const TomlText& toml);

/// The names of the programs that a package builds: those that Cargo.toml names, and those that Cargo finds in src.
std::set<std::string> rust_programs(const Tree& tree, const std::string& manifest);

/// A dependency that is a folder.
struct RustPath {
  std::string package;     ///< the name of the package there
  std::size_t offset = 0;  ///< of the path in the manifest, without quotes
  std::string path;
  std::size_t version_offset = 0;  ///< of the version that is asked for beside it, without quotes
  std::string version;             ///< "" where none is
};

std::vector<RustPath> rust_paths(std::string_view manifest);

}  // namespace regreen
