#include "mend/node/packages/missing_package.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t sources_max = 5000;

using Files = std::vector<std::string>;

// What a source loads a module with: `require('x')`, `import('x')`, `import 'x'`, `from 'x'`, `jest.mock('x')`.
bool is_loader(std::string_view front) {
  static constexpr auto calls = std::to_array<std::string_view>({"require", "import", "resolve", "mock"});
  static constexpr auto words = std::to_array<std::string_view>({"import", "from"});
  front = trim(front);
  const bool is_call = front.ends_with('(');
  if (is_call) front = trim(front.substr(0, front.size() - 1));
  const auto word = word_before(front, front.size());
  return is_call ? is_among(word, calls) : is_among(word, words);
}

// Does a source load the package, or a file of it?
bool loads(std::string_view text, std::string_view package) {
  if (text.size() > source_bytes_max || !contains(text, package)) return false;
  const auto code = code_only(text, Speech::javascript);
  for (auto at = text.find(package); at != npos; at = text.find(package, at + 1)) {
    const auto end = at + package.size();
    if (at == 0 || end >= text.size() || !contains("'\"`", text.substr(at - 1, 1))) continue;
    if (text[end] != text[at - 1] && text[end] != '/') continue;
    if (is_loader(line_before(code, at - 1))) return true;
  }
  return false;
}

Files sources_with(const Tree& tree, std::string_view package) {
  Files files;
  std::size_t count = 0;
  for (const auto& path : tree.list()) {
    if (!is_script_source(path) || is_built(path) || is_vendored(path)) continue;
    if (++count > sources_max) break;
    if (loads(tree.read(path).value_or(""), package)) files.push_back(path);
  }
  return files;
}

// A package.json that only says which modules a folder holds is no package: `{ "type": "module" }`.
std::optional<NodePackage> home_of(const Tree& tree, std::string_view file) {
  auto home = package_of_file(tree, file);
  while (home && home->file != "package.json" && !home->root.find("name") && !home->root.find("dependencies") &&
         !home->root.find("devDependencies")) {
    home = package_of_file(tree, folder_of(home->file));
  }
  return home;
}

// By package.json, the sources below it that load the package.
std::map<std::string, Files> by_home(const Tree& tree, const Files& files) {
  std::map<std::string, Files> homes;
  for (const auto& file : files) {
    if (const auto home = home_of(tree, file)) homes[home->file].push_back(file);
  }
  return homes;
}

// Of the sources that load the package, by their package.json, those that the occurrence is about.
std::map<std::string, Files> homes_of(const Tree& tree, const Occurrence& occurrence,
                                      std::map<std::string, Files> homes) {
  Files named, loading;
  for (const auto& place : places_around(tree, occurrence)) named.push_back(place.file);
  for (const auto& [home, files] : homes) {
    if (std::ranges::any_of(files, [&](const auto& file) { return is_among(file, named); })) loading.push_back(home);
  }
  std::erase_if(homes,
                [&](const auto& one) { return loading.empty() ? is_aside(one.first) : !is_among(one.first, loading); });
  if (!homes.empty()) return homes;
  Files told;  // a setting may name it
  for (const auto& place : places_of(tree, occurrence)) told.push_back(place.file);
  const auto home = home_of(tree, told.empty() ? "" : told.front());
  if (home) homes[home->file] = told;
  return homes;
}

// A package of the project, where the others are declared by their folders: "file:packages/rope".
std::string folder_of_own(const Tree& tree, const NodePackage& home, const std::string& package) {
  if (!contains(home.text, "\"file:")) return "";
  const std::string base = path_in(folder_of(home.file), "");
  for (const auto& path : tree.list()) {
    if (name_of(path) != "package.json" || path == home.file || !path.starts_with(base)) continue;
    const auto text = tree.read(path).value_or("");
    const auto root = read_json_object(text);
    if (root && string_in(text, *root, "name") == package) return std::string(folder_of(path).substr(base.size()));
  }
  return "";
}

std::string range_in(const NodePackage& package, std::string_view name) {
  for (const std::string_view list : {"dependencies", "devDependencies", "optionalDependencies"}) {
    const auto object = object_in(package.text, package.root, list);
    if (auto range = object ? string_in(package.text, *object, name) : std::nullopt) return *range;
  }
  return "";
}

// One repository loads one version, as far as it can: the range that all others declare. A path or address holds for one alone.
std::string range_of_others(const Tree& tree, std::string_view name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "package.json" || is_vendored(path)) continue;
    const auto package = package_of_file(tree, path);
    const auto range = package ? range_in(*package, name) : "";
    if (range.empty()) continue;
    if ((contains(range, ":") && !range.starts_with("catalog:")) || (!found.empty() && found != range)) return "";
    found = range;
  }
  return found;
}

// May a package be the name of a declared one, misspelt: "lodahs"? What nearly has the name of a popular one is often a trap. Words
// that only begin or end otherwise, or have another number, name packages of their own: react and preact, mysql and mysql2.
bool may_be_misspelt(const NodePackage& home, std::string_view name) {
  constexpr std::size_t telling_bytes_min = 5;
  const auto is_meant = [&](std::string_view other) {
    if (other.size() < telling_bytes_min || other[0] != name[0] || !is_slip(other, name)) return false;
    const bool is_longer = name.starts_with(other) || other.starts_with(name);
    return !is_longer || name.back() == name[name.size() - 2] || name.ends_with('s') || other.ends_with('s');
  };
  return std::ranges::any_of(dependency_lists, [&](auto list) {
    const auto object = object_in(home.text, home.root, list);
    return object && std::ranges::any_of(object->members, [&](const auto& member) { return is_meant(member.key); });
  });
}

}  // namespace

std::set<MissingPackage> missing_packages(const Patient& patient) {
  std::set<MissingPackage> missing;
  const auto own = own_packages(patient.tree);
  std::map<std::string, std::map<std::string, Files>> loading;  // by package: a log names one again and again
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto package = npm_package(capture(occurrence, "module"));
    if (!package || !is_named(patient.tree, *package)) continue;
    const bool is_own = is_among(*package, own);
    const auto [known, is_new] = loading.try_emplace(*package);
    if (is_new) known->second = by_home(patient.tree, sources_with(patient.tree, *package));
    for (const auto& [file, sources] : homes_of(patient.tree, occurrence, known->second)) {
      const auto home = package_of_file(patient.tree, file);
      if (!home || declares(*home, *package) || (!is_own && may_be_misspelt(*home, *package))) continue;
      const auto folder = is_own ? folder_of_own(patient.tree, *home, *package) : "";
      if (is_own && folder.empty()) continue;
      const bool development = !sources.empty() && std::ranges::all_of(sources, is_development_file);
      missing.insert({file, *package, development, folder, range_of_others(patient.tree, *package)});
    }
  }
  return missing;
}

}  // namespace regreen
