#include "mend/go/modules/package_choice.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/imports.h"
#include "mend/go/language/module_name.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

/// A name in a file that wants an import, and what the file selects from it.
struct Wish {
  const Patient& patient;
  std::string_view file, text;
  const std::string& name;
  std::set<std::string> selected;
  std::string manifest, module;  // of the file
};

std::set<std::string> selected_from(std::string_view code, std::string_view name) {
  std::set<std::string> selected;
  for (const auto at : words_in(code, name)) {
    const auto begin = at + name.size() + 1;
    if (begin >= code.size() || code[begin - 1] != '.' || (at > 0 && code[at - 1] == '.')) continue;
    auto end = begin;
    while (end < code.size() && is_word_byte(code[end])) ++end;
    if (end > begin) selected.emplace(code.substr(begin, end - begin));
  }
  return selected;
}

bool offers(const std::set<std::string>& names, const Wish& wish) {
  return std::ranges::includes(names, wish.selected);
}

// Packages whose names others have as well are known by what they offer; those of others may offer anything.
bool may_offer(const std::string& path, const Wish& wish) {
  const auto& namesakes = wish.patient.rules.table("go-namesakes");
  const auto row = namesakes.find(path);
  if (row == namesakes.end()) return true;
  std::set<std::string> names;
  for (const auto word : split(row->second, ' ')) names.emplace(word);
  return offers(names, wish);
}

// What is below a folder "internal" is for those beside that folder.
bool may_import(std::string_view file, std::string_view folder) {
  const auto at = ("/" + std::string(folder) + "/").rfind("/internal/");
  return at == std::string::npos || path_in(folder_of(file), "").starts_with(path_in(folder.substr(0, at), ""));
}

bool is_in_module(const Wish& wish, const std::string& path) {
  return path.ends_with(".go") && path != wish.file && !is_vendored(path) &&
         nearest(wish.patient.tree, path, "go.mod") == wish.manifest;
}

// The folders of the module that declare all that is selected.
std::vector<GoPackage> own_packages(const Wish& wish) {
  const auto& tree = wish.patient.tree;
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    const std::string folder(folder_of(path));
    if (path.ends_with("_test.go") || folders.contains(folder) || !is_in_module(wish, path)) continue;
    const auto package = go_package_of(tree.read(path).value_or(""));
    const bool is_own = folder == folder_of(wish.file) && go_package_of(wish.text) != wish.name + "_test";
    if (package == wish.name && !is_own && may_import(wish.file, folder)) folders.insert(folder);
  }
  std::vector<GoPackage> packages;
  const auto front = folder_of(wish.manifest).size();
  for (const auto& folder : folders) {
    if (!offers(exported(go_declared(tree, folder)), wish)) continue;
    const auto below = front == 0 || folder.size() <= front ? folder.substr(front) : folder.substr(front + 1);
    const auto path = below.empty() ? wish.module : wish.module + "/" + below;
    packages.push_back({path, name_of(without_go_major(path)) == wish.name ? "" : wish.name});
  }
  return packages.size() == 1 ? packages : std::vector<GoPackage>();
}

// "gopkg.in/yaml.v3" is called yaml.
bool is_called(const GoImport& one, std::string_view name) {
  return bound_name(one) == name || (one.name.empty() && name_of(without_go_major(one.path)) == name);
}

// What other files import by the name: those of the same folder, else those of the module. Nothing where they differ.
std::vector<GoPackage> imported_elsewhere(const Wish& wish) {
  std::vector<GoPackage> beside, anywhere;
  for (const auto& path : wish.patient.tree.list()) {
    if (!is_in_module(wish, path)) continue;
    const auto text = wish.patient.tree.read(path).value_or("");
    for (const auto& one : imports_of(text).all) {
      const GoPackage package{std::string(one.path), std::string(one.name)};
      const bool is_own = one.path == wish.module || one.path.starts_with(wish.module + "/");
      if (!is_called(one, wish.name) || is_own || !may_offer(package.path, wish)) continue;
      for (auto* list : {&anywhere, folder_of(path) == folder_of(wish.file) ? &beside : &anywhere}) {
        if (!is_among(package, *list)) list->push_back(package);
      }
    }
  }
  if (beside.size() == 1) return beside;
  return anywhere.size() == 1 ? anywhere : std::vector<GoPackage>();
}

// Templates of a page are those that escape.
bool makes_pages(std::string_view text) {
  const auto imports = imports_of(text).all;
  return contains(lower(text), "html") ||
         std::ranges::any_of(imports, [](const GoImport& one) { return one.path == "net/http"; });
}

// Those of the library that have the name; the first of two that offer the same is the one that is safe.
std::vector<GoPackage> standard(const Wish& wish) {
  std::vector<GoPackage> packages;
  bool has_namesakes = false;
  for (const auto& [path, names] : wish.patient.rules.table("go-namesakes")) {
    if (name_of(without_go_major(path)) != wish.name) continue;
    has_namesakes = true;
    if (may_offer(path, wish)) packages.push_back({path, ""});
  }
  if (wish.name == "template" && packages.size() > 1 && !makes_pages(wish.text)) std::ranges::reverse(packages);
  const auto& known = wish.patient.rules.table("go-packages");
  const auto row = known.find(wish.name);
  if (!has_namesakes && row != known.end()) packages.push_back({row->second, ""});
  return packages;
}

}  // namespace

std::vector<GoPackage> go_packages_for(const Patient& patient, std::string_view file, std::string_view text,
                                       const std::string& name) {
  Wish wish{patient, file, text, name, selected_from(code_only(text, Speech::go), name), "", ""};
  const auto imports = imports_of(text).all;
  const bool is_bound = std::ranges::any_of(imports, [&](const GoImport& one) { return is_called(one, name); });
  if (!is_identifier(name) || wish.selected.empty() || is_bound) return {};
  wish.manifest = nearest(patient.tree, file, "go.mod");
  wish.module = go_module_of(patient.tree.read(wish.manifest).value_or(""));
  std::vector<GoPackage> all;
  if (!wish.module.empty()) all = own_packages(wish);
  for (const auto& more : {imported_elsewhere(wish), standard(wish)}) {
    for (const auto& package : more) {
      if (is_import_path(package.path) && !is_among(package, all)) all.push_back(package);
    }
  }
  return all;
}

}  // namespace regreen
