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

// Two files of one name: their folders become packages, and those around them until they differ.
void separate(const Patient& patient, const std::vector<TreePlace>& places, Draft& draft) {
  std::vector<std::string> folders;
  for (const auto& place : places) folders.emplace_back(folder_of(place.file));
  std::ranges::sort(folders);
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  if (folders.size() < 2) return;
  while (true) {
    std::vector<std::string> names;
    for (const auto& folder : folders) {
      if (folder.empty()) return;
      if (!patient.tree.has(folder + "/__init__.py")) draft.write(folder + "/__init__.py", "");
      names.emplace_back(name_of(folder));
    }
    std::ranges::sort(names);
    if (std::ranges::adjacent_find(names) == names.end()) return;
    for (auto& folder : folders) folder = std::string(folder_of(folder));
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
      separate(patient, mismatched(patient.tree, occurrence), draft);
    if (contains(occurrence.at.text, "Duplicate module named"))
      separate(patient, duplicated(patient.tree, occurrence), draft);
    const auto symbol = capture(occurrence, "symbol");  // of "No module named 'a.b'; 'a' is not a package"
    const bool not_package = contains(occurrence.at.text, "is not a package");
    make_package(patient, project, not_package ? symbol : capture(occurrence, "module"), draft);
  }
  return draft.patches();
}

}  // namespace regreen
