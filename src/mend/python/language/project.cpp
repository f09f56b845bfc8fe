#include "mend/python/language/project.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t name_max = 100;
constexpr std::size_t near_miss_size = 5;  // shorter names are near each other by chance

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "a.b" and "c" → "a.b.c"; what is empty leaves no dot.
std::string joined(std::string base, std::string_view rest) {
  if (!base.empty() && !rest.empty()) base += '.';
  return base += rest;
}

// A name one slip away from a known module is a misspelling or a trap, and no package to install.
bool is_near_miss(const Table& known, std::string_view module) {
  if (module.size() < near_miss_size) return false;
  const std::size_t limit = module.size() < 8 ? 1 : 2;
  return std::ranges::any_of(known, [&](const auto& row) {
    return row.first.size() >= near_miss_size && edit_distance(row.first, module, limit) <= limit;
  });
}

// Does a project speak of a package: ask for it elsewhere, hold it, have it locked? A name that only an import says may be a
// module of people who never gave it to the public index, where anybody could have taken it.
bool is_spoken_of(const Tree& tree, std::string_view package) {
  static constexpr auto lists = std::to_array<std::string_view>(
      {"*requirements*.txt", "*requirements*.in", "**/requirements/*", "*constraints*.txt", "*.lock", "setup.cfg",
       "setup.py", "pyproject.toml", "Pipfile", "environment*.yml", "tox.ini", "noxfile.py"});
  const auto written = [&](std::string_view text) {
    const auto plain = normalized_package(text);
    return !words_in(replace_all(plain, "-", "_"), replace_all(std::string(package), "-", "_")).empty();
  };
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto name = name_of(path);
    if (name.ends_with(".whl") || name.ends_with(".tar.gz"))
      return normalized_package(name).starts_with(std::string(package) + "-");
    const bool lists_packages =
        std::ranges::any_of(lists, [&](auto glob) { return glob_matches(glob, path) || glob_matches(glob, name); });
    return lists_packages && written(tree.read(path).value_or(""));
  });
}

}  // namespace

std::string normalized_package(std::string_view name) {
  std::string result;
  for (const char c : lower(name)) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (!separator)
      result += c;
    else if (!result.ends_with('-'))
      result += '-';
  }
  return result;
}

bool is_package_name(std::string_view name) {
  if (name.empty() || name.size() > name_max || !is_alphanumeric(name.front()) || !is_alphanumeric(name.back()))
    return false;
  return std::ranges::all_of(name, [](char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_test_file(std::string_view path) {
  const auto name = name_of(path);
  if (name.starts_with("test_") || name.ends_with("_test.py") || name == "conftest.py" || name == "tests.py")
    return true;
  for (const auto part : split(folder_of(path), '/')) {
    if (part == "tests" || part == "test" || part == "testing") return true;
  }
  return false;
}

bool is_no_test_file(std::string_view path) { return !is_test_file(path); }

std::vector<std::string> python_files(const Tree& tree, const IsWanted& is_wanted, std::size_t limit) {
  std::vector<std::string> files;
  for (const auto& path : tree.list()) {
    if (files.size() == limit) break;
    if (path.ends_with(".py") && (!is_wanted || is_wanted(path))) files.push_back(path);
  }
  return files;
}

std::optional<std::vector<std::string>> all_python_files(const Tree& tree) {
  auto files = python_files(tree, {}, python_files_max + 1);
  return files.size() > python_files_max ? std::nullopt : std::optional(std::move(files));
}

PythonProject::PythonProject(const Tree& tree, const RuleSet& rules) : tree_(tree), rules_(rules) {
  roots_ = {"", "src", "lib", "python"};
  for (const auto& path : tree.list()) {
    const auto name = name_of(path);
    if (name != "pyproject.toml" && name != "setup.py" && name != "setup.cfg" && name != "conftest.py") continue;
    const std::string folder(folder_of(path));
    for (const auto& root : {folder, path_in(folder, "src")}) {
      if (!is_among(root, roots_)) roots_.push_back(root);
    }
  }
}

bool PythonProject::is_standard(std::string_view module) const {
  return rules_.table("python-stdlib").contains(top_of(module));
}

bool PythonProject::holds(std::string_view folder, std::string_view name) const {
  const auto base = path_in(folder, name);
  if (tree_.has(base + ".py") || tree_.has(base + ".pyi")) return true;
  const auto below = base + "/";
  for (auto at = std::ranges::lower_bound(tree_.list(), below); at != tree_.list().end() && at->starts_with(below);
       ++at) {
    if (at->ends_with(".py")) return true;
  }
  return false;
}

bool PythonProject::is_own(std::string_view module, const std::vector<std::string>& beside) const {
  const auto top = top_of(module);
  for (const auto& root : roots_) {
    if (holds(root, top)) return true;
  }
  for (const auto& file : beside) {
    auto folder = folder_of(file);
    if (holds(folder, top)) return true;
    while (!folder.empty() && tree_.has(path_in(folder, "__init__.py"))) folder = folder_of(folder);
    if (holds(folder, top)) return true;
  }
  return false;
}

std::optional<std::string> PythonProject::package_of(std::string_view module,
                                                     const std::vector<std::string>& beside) const {
  if (!is_module_name(module) || is_own(module, beside)) return std::nullopt;
  const auto& packages = rules_.table("python-packages");
  for (auto name = module;; name = name.substr(0, name.rfind('.'))) {
    if (const auto found = packages.find(name); found != packages.end()) return found->second;
    if (!contains(name, ".")) break;
  }
  // A part of a package is missing only where the package itself is there.
  if (is_standard(module) || contains(module, ".") || !is_package_name(module) || is_near_miss(packages, module))
    return std::nullopt;
  if (!is_spoken_of(tree_, normalized_package(module)) || importers(module).empty()) return std::nullopt;
  return replace_all(std::string(module), "_", "-");
}

std::vector<std::string> PythonProject::importers(std::string_view module) const {
  std::vector<std::string> files;
  for (const auto& path : python_files(tree_)) {
    const auto text = tree_.read(path);
    if (!text || !contains(*text, module)) continue;
    const PythonSource source(*text);
    const auto matches = [&](std::string_view name) {
      return name == module || name.starts_with(std::string(module) + ".");
    };
    const bool imports = std::ranges::any_of(imports_of(source), [&](const PyImport& one) {
      if (one.is_from) return matches(one.module);
      return std::ranges::any_of(one.names, [&](const auto& name) { return matches(name.name); });
    });
    if (imports) files.push_back(path);
  }
  return files;
}

std::optional<std::string> PythonProject::file_of(std::string_view module) const {
  if (!is_module_name(module)) return std::nullopt;
  const auto path = replace_all(std::string(module), ".", "/");
  for (const auto& root : roots_) {
    for (const auto* ending : {".py", "/__init__.py"}) {
      auto file = path_in(root, path + ending);
      if (tree_.has(file)) return file;
    }
  }
  return std::nullopt;
}

std::string PythonProject::module_of(std::string_view file) const {
  std::string_view root;
  for (const auto& one : roots_) {
    if (one.size() > root.size() && file.starts_with(one + "/") && !tree_.has(one + "/__init__.py")) root = one;
  }
  if (!root.empty()) file.remove_prefix(root.size() + 1);
  if (file.ends_with("/__init__.py"))
    file.remove_suffix(12);
  else if (file.ends_with(".py"))
    file.remove_suffix(3);
  return replace_all(std::string(file), "/", ".");
}

std::vector<PythonModule> PythonProject::modules_beside(std::string_view module) const {
  std::vector<PythonModule> modules;
  const auto is_beside = [&](std::string_view path) {
    const auto top = top_of(module);
    return contains(path, top) && !is_test_file(path) && top_of(module_of(path)) == top;
  };
  for (const auto& path : python_files(tree_, is_beside)) {
    if (auto name = module_of(path); is_module_name(name)) modules.push_back({std::move(name), path});
  }
  return modules;
}

std::string PythonProject::imported_module(std::string_view file, std::string_view module) const {
  const auto dots = std::min(module.find_first_not_of('.'), module.size());
  if (dots == 0) return std::string(module);
  auto folder = folder_of(file);
  for (std::size_t i = 1; i < dots; ++i) folder = folder_of(folder);
  const auto package = module_of(path_in(folder, "__init__.py"));
  return joined(package == "__init__" ? "" : package, module.substr(dots));
}

std::string PythonProject::imported_name(std::string_view file, const PyImport& one, const ImportedName& name) const {
  return one.is_from ? joined(imported_module(file, one.module), name.name) : name.name;
}

ImportGroup PythonProject::group_of(std::string_view module, std::string_view file) const {
  if (module == "__future__") return ImportGroup::future;
  if (module.starts_with('.') || is_own(module, {std::string(file)})) return ImportGroup::own;
  return is_standard(module) ? ImportGroup::standard : ImportGroup::third_party;
}

}  // namespace regreen
