// python.add-init: makes a folder a package that is found: by its __init__.py, or in the list of packages to install.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/ini_list.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

namespace regreen {
namespace {

bool holds_python(const Tree& tree, const std::string& folder) {
  const auto below = folder + "/";
  for (auto at = std::ranges::lower_bound(tree.list(), below); at != tree.list().end() && at->starts_with(below);
       ++at) {
    if (at->ends_with(".py")) return true;
  }
  return false;
}

// The folders of a dotted module, outermost first, from the first root that has them all.
std::vector<std::string> folders_of(const Tree& tree, const PythonProject& project, std::string_view module) {
  for (const auto& root : project.roots()) {
    std::vector<std::string> folders;
    auto folder = root;
    for (const auto part : split(module, '.')) {
      folder = path_in(folder, part);
      if (!holds_python(tree, folder)) break;
      folders.push_back(folder);
    }
    if (!folders.empty()) return folders;
  }
  return {};
}

/// Where a project lists its packages by hand: what it lists, and the edits for one more.
struct PackageList {
  std::vector<std::string> known;
  std::function<std::vector<Edit>(const std::string& package)> add;
};

PackageList list_between(const std::string& text, std::size_t open) {
  const auto list = read_string_list(text, open);
  if (!list) return {};
  PackageList packages;
  for (const auto& item : list->items) packages.known.push_back(item.value);
  packages.add = [&text, list](const std::string& package) { return insert_string(text, *list, package); };
  return packages;
}

PackageList list_of_pyproject(const std::string& text) {
  const TomlText toml(text);
  const auto* key = toml.find("tool.setuptools", "packages");
  return key == nullptr ? PackageList{} : list_between(text, key->value);
}

PackageList list_of_setup(const std::string& text) {
  const PythonSource source(text);
  for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
    if (source.is(i, "packages") && source.is(i + 1, "=") && source.is(i + 2, "["))
      return list_between(text, source.tokens()[i + 2].offset);
  }
  return {};
}

// [options] packages = a, a.b, or with lines of their own
PackageList list_of_setup_cfg(const std::string& text) {
  const auto list = find_ini_list(text, "options", "packages");
  if (!list) return {};
  PackageList packages;
  for (const auto part : split(list->inline_value, ',')) packages.known.emplace_back(trim(part));
  for (const auto& item : list->items)
    packages.known.emplace_back(trim(std::string_view(text).substr(item.begin, item.end - item.begin)));
  packages.add = [&text, list](const std::string& package) {
    if (!list->items.empty() || !contains(list->inline_value, ",")) return add_to_ini_list(text, *list, package);
    const auto end = text.find(list->inline_value, list->behind_key) + list->inline_value.size();
    return std::vector<Edit>{{end, 0, (list->inline_value.ends_with(',') ? " " : ", ") + package}};
  };
  return packages;
}

/// A file in which packages are listed.
struct ListRow {
  const char* file;
  PackageList (*read)(const std::string& text);
};

constexpr auto package_lists = std::to_array<ListRow>(
    {{"pyproject.toml", list_of_pyproject}, {"setup.cfg", list_of_setup_cfg}, {"setup.py", list_of_setup}});

// A list of packages that is written out by hand lacks the module's package.
void add_to_packages(const std::vector<std::string>& folders, std::string_view module, const ListRow& row,
                     Draft& draft) {
  const auto text = draft.read(row.file);
  const auto list = text ? row.read(*text) : PackageList{};
  std::string package;
  std::size_t part = 0;
  for (const auto name : split(module, '.')) {
    if (part++ == folders.size()) break;
    package += (package.empty() ? "" : ".") + std::string(name);
  }
  const auto has = [&](std::string_view name) { return is_among(name, list.known); };
  if (has(top_of(package)) && !has(package)) draft.edit(row.file, list.add(package));
}

void make_package(const Patient& patient, const PythonProject& project, std::string_view module, Draft& draft) {
  if (!is_module_name(module)) return;
  const auto folders = folders_of(patient.tree, project, module);
  for (const auto& folder : folders) {
    if (!patient.tree.has(folder + "/__init__.py")) draft.write(folder + "/__init__.py", "");
  }
  if (!draft.patch().empty() || folders.empty()) return;
  for (const auto& row : package_lists) add_to_packages(folders, module, row, draft);
}

void add_init(const Tree& tree, const std::string& folder, Draft& draft) {
  if (!tree.has(folder + "/__init__.py")) draft.write(folder + "/__init__.py", "");
}

// Would a package at the top of its own hide another module of its name: the project's, the standard library's, one that files which
// do not lie beside it import?
bool hides_another(const Patient& patient, const PythonProject& project, const std::string& folder) {
  const std::string name(name_of(folder));
  if (!is_python_name(name)) return false;
  const bool is_own = std::ranges::any_of(project.roots(), [&](const auto& root) {
    const auto other = path_in(root, name);
    return other != folder && (patient.tree.has(other + ".py") || holds_python(patient.tree, other));
  });
  if (is_own || project.is_standard(name)) return true;
  const auto around = path_in(folder_of(folder), "");
  return std::ranges::any_of(project.importers(name), [&](const auto& file) { return !file.starts_with(around); });
}

// Folders whose files need not be told apart any more: those around them that have to be packages, too, so that none hides another
// module. Nothing where that takes the folder at the top.
std::optional<std::set<std::string>> packages_around(const Patient& patient, const PythonProject& project,
                                                     const std::vector<std::string>& folders) {
  std::set<std::string> packages;
  for (auto folder : folders) {
    while (hides_another(patient, project, folder)) {
      folder = std::string(folder_of(folder));
      if (folder.empty()) return std::nullopt;
      packages.insert(folder);
    }
  }
  return packages;
}

// Two files of one name: their folders become packages, and those around them until they differ.
void separate(const Patient& patient, const PythonProject& project, const std::vector<TreePlace>& places,
              Draft& draft) {
  std::vector<std::string> folders;
  for (const auto& place : places) folders.emplace_back(folder_of(place.file));
  std::ranges::sort(folders);
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  if (folders.size() < 2) return;
  std::set<std::string> packages;
  while (true) {
    std::vector<std::string> names;
    for (const auto& folder : folders) {
      if (folder.empty()) return;
      packages.insert(folder);
      names.emplace_back(name_of(folder));
    }
    std::ranges::sort(names);
    if (std::ranges::adjacent_find(names) == names.end()) break;
    for (auto& folder : folders) folder = std::string(folder_of(folder));
  }
  const auto around = packages_around(patient, project, folders);
  if (!around) return;
  packages.insert(around->begin(), around->end());
  for (const auto& folder : packages) add_init(patient.tree, folder, draft);
}

// A package of tests hides the project's module, which the log does not find: it becomes a part of the package around it.
void unhide(const Patient& patient, const PythonProject& project, const Occurrence& occurrence, std::string_view module,
            Draft& draft) {
  const auto hidden = is_module_name(module) ? project.file_of(module) : std::nullopt;
  if (!hidden) return;
  for (const auto& place : places_of(patient.tree, occurrence)) {
    std::string top(folder_of(place.file));
    if (!is_test_file(place.file) || !patient.tree.has(top + "/__init__.py")) continue;
    while (patient.tree.has(path_in(folder_of(top), "__init__.py"))) top = std::string(folder_of(top));
    const bool is_hiding = name_of(top) == top_of(module) && !hidden->starts_with(top + "/");
    if (is_hiding && !folder_of(top).empty()) add_init(patient.tree, std::string(folder_of(top)), draft);
  }
}

// pytest prints the two files below "import file mismatch:".
std::vector<TreePlace> mismatched(const Tree& tree, const Occurrence& occurrence) {
  auto places = places_of(tree, occurrence);
  for (const auto& line : occurrence.after) {
    const auto path = trim(line.starts_with("E ") ? std::string_view(line).substr(1) : std::string_view(line));
    if (!path.ends_with(".py")) continue;
    if (auto file = find_file(tree, path)) places.push_back({*file, 0, 0});
  }
  return places;
}

// mypy: `b/load.py: error: Duplicate module named "load" (also at "a/load.py")`
std::vector<TreePlace> duplicated(const Tree& tree, const Occurrence& occurrence) {
  std::vector<TreePlace> places;
  for (const auto path : {capture(occurrence, "file"), between(occurrence.at.text, "(also at \"", "\")")}) {
    if (const auto file = find_file(tree, path)) places.push_back({*file, 0, 0});
  }
  return places;
}

}  // namespace

std::vector<Patch> add_python_init(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (contains(occurrence.at.text, "import file mismatch"))
      separate(patient, project, mismatched(patient.tree, occurrence), draft);
    if (contains(occurrence.at.text, "Duplicate module named"))
      separate(patient, project, duplicated(patient.tree, occurrence), draft);
    const auto symbol = capture(occurrence, "symbol");  // of "No module named 'a.b'; 'a' is not a package"
    const bool not_package = contains(occurrence.at.text, "is not a package");
    unhide(patient, project, occurrence, not_package ? symbol : capture(occurrence, "module"), draft);
    make_package(patient, project, not_package ? symbol : capture(occurrence, "module"), draft);
  }
  return draft.patches();
}

}  // namespace regreen
