#pragma once

#include "mend/python/language/import.h"
#include "model/tree.h"
#include "rules/rule_set.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A distribution's name in the form that PEP 503 compares: "Foo_Bar.baz" → "foo-bar-baz".
std::string normalized_package(std::string_view name);

/// A name that PEP 508 allows, and nothing else: no URL, path, option, version or marker.
bool is_package_name(std::string_view name);

/// A file in which tests live, by its name or folder.
bool is_test_file(std::string_view path);
bool is_no_test_file(std::string_view path);

/// How many Python files are looked into.
constexpr std::size_t python_files_max = 4000;

/// Is a path one of those that are wanted?
using IsWanted = std::function<bool(std::string_view path)>;

/// The Python files of a tree, or those of them that are wanted, no more than `limit`.
std::vector<std::string> python_files(const Tree& tree, const IsWanted& is_wanted = {},
                                      std::size_t limit = python_files_max);

/// All of them; nothing where there are more than are looked into: what holds for some does not hold for all.
std::optional<std::vector<std::string>> all_python_files(const Tree& tree);

/// A module by its dotted name, and its file.
struct PythonModule {
  std::string name, file;
};

/// What is known about the modules of a Python project. Borrows tree and rules.
class PythonProject {
 public:
  PythonProject(const Tree& tree, const RuleSet& rules);

  /// Is the top-level module part of some Python 3.8 to 3.13?
  bool is_standard(std::string_view module) const;

  /// Does the tree itself hold the module, so that it never comes from a package? `beside` are files from whose folder
  /// it might be imported.
  bool is_own(std::string_view module, const std::vector<std::string>& beside) const;

  /// The package that provides a module; nothing for own and standard ones and for names that cannot be one.
  std::optional<std::string> package_of(std::string_view module, const std::vector<std::string>& beside) const;

  /// The Python files that import the module.
  std::vector<std::string> importers(std::string_view module) const;

  /// The tree's file of a dotted module, from any root: "shop.prices" → src/shop/prices.py or …/prices/__init__.py.
  std::optional<std::string> file_of(std::string_view module) const;

  /// The dotted name under which a file is imported: "src/shop/prices.py" → "shop.prices".
  std::string module_of(std::string_view file) const;

  /// The modules of the package that a module is of, or would be; tests are none of them.
  std::vector<PythonModule> modules_beside(std::string_view module) const;

  /// The module that an import of a file means: "..x" in a/b/c.py is "a.x".
  std::string imported_module(std::string_view file, std::string_view module) const;

  /// What a name of an import statement of a file is in full: "a.x.y" for y of `from ..x import y`.
  std::string imported_name(std::string_view file, const PyImport& one, const ImportedName& name) const;

  ImportGroup group_of(std::string_view module, std::string_view file) const;

  /// Folders from which modules are imported: "", "src", those with a manifest of their own.
  const std::vector<std::string>& roots() const { return roots_; }

 private:
  bool holds(std::string_view folder, std::string_view name) const;

  const Tree& tree_;
  const RuleSet& rules_;
  std::vector<std::string> roots_;
};

}  // namespace regreen
