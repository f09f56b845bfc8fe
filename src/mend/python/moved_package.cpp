#include "mend/python/moved_package.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/import.h"
#include "mend/python/own_projects.h"
#include "mend/python/project.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// "packages/units/src/units/__init__.py" in packages/units → "units"; "" for what is in a package, and for scripts and tests.
std::string_view module_of(std::string_view path, std::string_view folder) {
  static constexpr auto scripts =
      std::to_array<std::string_view>({"setup", "conftest", "noxfile", "tasks", "main", "test", "tests", "docs"});
  constexpr std::string_view init = "/__init__.py", ending = ".py";
  if (!path.ends_with(ending) || !is_below(path, folder)) return "";
  path.remove_prefix(folder.empty() ? 0 : folder.size() + 1);
  if (path.starts_with("src/")) path.remove_prefix(4);
  path.remove_suffix(path.ends_with(init) ? init.size() : ending.size());
  const bool is_script = std::ranges::find(scripts, path) != scripts.end() || path.starts_with("test_");
  return contains(path, "/") || is_script ? std::string_view() : path;
}

// Does a module of that name lie outside the folder as well?
bool is_elsewhere(const Tree& tree, std::string_view module, std::string_view folder) {
  const auto file = "/" + std::string(module) + ".py", package = "/" + std::string(module) + "/__init__.py";
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto full = "/" + path;
    return !is_below(path, folder) && (full.ends_with(file) || full.ends_with(package));
  });
}

}  // namespace

PackageWitness::PackageWitness(const Tree& tree, std::string folder) : tree_(tree), folder_(std::move(folder)) {
  for (const auto& one : own_projects(tree_)) {
    if (one.folder == folder_) name_ = normalized_package(one.name);
  }
}

bool PackageWitness::is_named(std::string_view name) const {
  return !name.empty() && normalized_package(name) == name_;
}

const std::map<std::string, PackageWitness::Names>& PackageWitness::imports() {
  if (imports_) return *imports_;
  imports_.emplace();
  for (const auto& path : python_files(tree_, [](auto file) { return !is_vendored(file); })) {
    const auto text = tree_.read(path);
    if (!text || text->size() > source_bytes_max) continue;
    const PythonSource source(*text);
    auto& modules = (*imports_)[path];
    for (const auto& one : imports_of(source)) {
      if (one.is_from) modules.emplace(top_of(one.module));
      for (const auto& name : one.names) {
        if (!one.is_from) modules.emplace(top_of(name.name));
      }
    }
  }
  return *imports_;
}

bool PackageWitness::is_used(const std::string& user) {
  Names modules;
  for (const auto& path : tree_.list()) modules.emplace(module_of(path, folder_));
  modules.erase("");
  return std::ranges::any_of(modules, [&](const auto& module) {
    const bool is_asked = std::ranges::any_of(imports(), [&](const auto& one) {
      return is_below(one.first, user) && !is_below(one.first, folder_) && one.second.contains(module);
    });
    return is_asked && !is_elsewhere(tree_, module, folder_);
  });
}

}  // namespace regreen
