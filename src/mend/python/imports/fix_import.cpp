// python.fix-import: an import that names a place where nothing of the name lives, although it lives somewhere else.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/follow_split.h"
#include "mend/python/imports/module_move.h"
#include "mend/python/imports/relative_import.h"
#include "mend/python/imports/renamed_definition.h"
#include "mend/python/imports/renamed_module.h"
#include "mend/python/language/moved.h"
#include "mend/python/language/moved_module.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/slip.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

// The only name that is the written one in other words: big letters, underscores; else the only one that it can be a slip
// of. Nothing where it is one of them.
std::optional<std::string> only_like(const std::vector<std::string>& names, const std::string& written) {
  const auto plain = [](std::string_view text) { return replace_all(lower(text), "_", ""); };
  std::set<std::string> like;
  for (const auto& name : names) {
    if (name == written) return std::nullopt;
    if (plain(name) == plain(written)) like.insert(name);
  }
  if (const auto near = only_near(names, written); like.empty() && !near.empty()) like.insert(near);
  return like.size() == 1 ? std::optional(*like.begin()) : std::nullopt;
}

class ImportFixer {
 public:
  explicit ImportFixer(const Patient& patient)
      : patient_(patient), project_(patient.tree, patient.rules), draft_(patient.tree) {}

  std::vector<Patch> patches() {
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) fix(occurrence);
    return draft_.patches();
  }

 private:
  void fix(const Occurrence& occurrence) {
    const std::string module(capture(occurrence, "module")), symbol(capture(occurrence, "symbol"));
    if (contains(occurrence.at.text, "relative import")) {
      for (const auto& place : places_of(patient_.tree, occurrence))
        fix_relative_import(patient_.tree, project_, place.file, occurrence.at.text, draft_);
    }
    if (!module.empty() && !is_module_name(module)) return;
    if (contains(occurrence.at.text, "partially initialized") || contains(occurrence.at.text, "is not a package"))
      return;
    if (!module.empty() && bring_home(module, symbol)) return;
    if (module.empty()) return;
    if (symbol.empty())
      fix_module(module, files_named(occurrence));
    else if (is_python_name(symbol))
      fix_symbol(module, symbol, occurrence);
  }

  std::vector<std::string> files_named(const Occurrence& occurrence) const {
    std::vector<std::string> files;
    for (const auto& place : places_of(patient_.tree, occurrence)) files.push_back(place.file);
    return files;
  }

  template <class Change>
  void in_all_files(std::string_view word, const Change& change) {
    for (const auto& path : python_files(patient_.tree)) {
      if (const auto text = draft_.read(path); text && contains(*text, word)) change(path, *text);
    }
  }

  // What the table of moved names knows.
  bool bring_home(const std::string& module, const std::string& symbol) {
    const auto& moved = patient_.rules.table("python-moved");
    const bool known =
        !symbol.empty() ? moved.contains(module + "." + symbol) : std::ranges::any_of(moved, [&](const auto& row) {
          return row.first == module || row.first.starts_with(module + ".");
        });
    if (!known) return false;
    const auto home = moved_from(moved, with_companions({module}));
    bool changed = false;
    in_all_files(top_of(module), [&](const std::string& path, const std::string& text) {
      const auto group = [&](std::string_view one) { return project_.group_of(one, path); };
      if (auto after = with_new_homes(text, home, group)) changed |= draft_.write(path, std::move(*after));
    });
    return changed;
  }

  // A name that its module does not define.
  void fix_symbol(const std::string& module, const std::string& symbol, const Occurrence& occurrence) {
    auto home = project_.file_of(module);
    if (!home) {
      const auto file = find_file(patient_.tree, capture(occurrence, "file"));
      if (file && file->ends_with(".py")) home = file;
    }
    const auto text = home ? patient_.tree.read(*home) : std::nullopt;
    if (!text) return;
    const PythonSource source(*text);
    if (binds_at_top(source, symbol)) return;
    if (const auto other = only_module_with(symbol, *home)) {
      retarget(module, symbol, *other, symbol);
      move_uses(module + "." + symbol, *other + "." + symbol);
    } else if (const auto near = only_like(defined_names(source), symbol);
               near && !is_private_one(*near, symbol) && !was_defined(patient_, *home, symbol)) {
      retarget(module, symbol, module, *near);
    } else if (const auto moved = meant(module + "." + symbol, {*home}); moved && name_of(*home) == "__init__.py") {
      rewrite_module(module + "." + symbol, *moved, {*home});
    }
  }

  // `tools.litres(…)` of a name that lives in another module now.
  void move_uses(const std::string& from, const std::string& to) {
    const NewHome home = [&](std::string_view name) { return name == from ? std::optional(to) : std::nullopt; };
    in_all_files(leaf_of(from), [&](const std::string& path, const std::string& text) {
      const auto group = [&](std::string_view one) { return project_.group_of(one, path); };
      if (auto after = with_new_homes(text, home, group)) draft_.write(path, std::move(*after));
    });
  }

  std::optional<std::string> only_module_with(const std::string& symbol, const std::string& but) {
    std::vector<std::string> homes;
    in_all_files(symbol, [&](const std::string& path, const std::string& text) {
      if (path == but || is_test_file(path)) return;
      if (is_among(symbol, defined_names(PythonSource(text)))) homes.push_back(project_.module_of(path));
    });
    if (homes.size() != 1 || !is_module_name(homes[0])) return std::nullopt;
    return homes[0];
  }

  // `from module import symbol` becomes `from new_module import name`, wherever it stands.
  void retarget(const std::string& module, const std::string& symbol, const std::string& new_module,
                const std::string& name) {
    in_all_files(symbol, [&](const std::string& path, const std::string& text) {
      const PythonSource source(text);
      for (const auto& one : imports_of(source)) {
        if (!one.is_from || one.shares_line || project_.imported_module(path, one.module) != module) continue;
        const auto found = std::ranges::find(one.names, symbol, &ImportedName::name);
        if (found == one.names.end()) continue;
        retarget_name(path, source, one, static_cast<std::size_t>(found - one.names.begin()),
                      said_like(project_, path, one.module, new_module), name);
        return;
      }
    });
  }

  void retarget_name(const std::string& path, const PythonSource& source, const PyImport& one, std::size_t index,
                     const std::string& module, const std::string& name) {
    const auto& old = one.names[index];
    std::vector<Edit> edits;
    if (old.alias.empty() && old.name != name) {
      for (const auto spot : spots_of(source, old.name)) edits.push_back({spot, old.name.size(), name});
    }
    if (one.names.size() == 1 || module == one.module) {
      if (module != one.module) edits.push_back({one.module_offset, one.module.size(), module});
      edits.push_back({old.offset, old.name.size(), name});
      draft_.edit(path, std::move(edits));
      return;
    }
    auto removal = remove_names(source, one, {index});
    if (!removal) return;
    edits.insert(edits.end(), removal->begin(), removal->end());
    const auto as = old.alias.empty() ? "" : " as " + old.alias;
    const auto indent =
        source.text().substr(one.statement.begin, source.tokens()[one.statement.first].offset - one.statement.begin);
    const std::string end = contains(source.text(), "\r\n") ? "\r\n" : "\n";
    edits.push_back({one.statement.end, 0, std::string(indent) + "from " + module + " import " + name + as + end});
    draft_.edit(path, std::move(edits));
  }

  // Modules of the tree by their dotted names.
  std::vector<std::string> own_modules() const {
    std::vector<std::string> modules;
    for (const auto& path : python_files(patient_.tree)) {
      auto module = project_.module_of(path);
      if (is_module_name(module)) modules.push_back(std::move(module));
    }
    return modules;
  }

  // What the files of the project take from a module.
  std::set<std::string> names_taken(const std::string& module) const {
    std::set<std::string> names;
    for (const auto& path : python_files(patient_.tree)) {
      const auto text = draft_.read(path);
      if (text && contains(*text, leaf_of(module)))
        names.merge(names_from(project_, path, PythonSource(*text), module));
    }
    return names;
  }

  // The only one of several modules that has all the names; nothing where nobody takes one.
  std::optional<std::string> only_with_all(const std::set<std::string>& names,
                                           const std::vector<std::string>& modules) const {
    std::vector<std::string> found;
    for (const auto& module : modules) {
      const auto file = project_.file_of(module);
      const auto text = file ? patient_.tree.read(*file) : std::nullopt;
      if (!text) continue;
      const auto bound = names_at_top(PythonSource(*text));
      const auto has = [&](const auto& name) { return bound.contains(name) || bound.contains("*"); };
      if (std::ranges::all_of(names, has)) found.push_back(module);
    }
    return found.size() == 1 && !names.empty() ? std::optional(found[0]) : std::nullopt;
  }

  // The module that was meant by one that is not there.
  std::optional<std::string> meant(const std::string& module, const std::vector<std::string>& files) const {
    const auto all = own_modules();
    if (is_among(module, all)) return std::nullopt;
    for (const auto& root : project_.roots()) {  // `src.shop` where src is only the folder in which the sources lie
      const auto prefix = replace_all(root, "/", ".") + ".";
      if (root.empty() || !module.starts_with(prefix)) continue;
      if (is_among(module.substr(prefix.size()), all)) return module.substr(prefix.size());
    }
    std::vector<std::string> same_parent, same_leaf;
    for (const auto& one : all) {
      if (parent_of(one) == parent_of(module)) same_parent.push_back(one);
      if (leaf_of(one) == leaf_of(module)) same_leaf.push_back(one);
    }
    const auto near = only_like(same_parent, module);
    if (near && !was_beside(patient_, project_, module, *near)) return near;
    for (const auto& file : files) {
      // Python 2 looked beside the file first.
      const auto beside = std::string(parent_of(project_.module_of(file))) + "." + module;
      if (is_among(beside, all)) return beside;
    }
    const bool own_package = contains(module, ".") && project_.is_own(module, files);
    if (!own_package) return std::nullopt;
    // Beside the old one, renamed_module weighs more.
    const auto moved = moved_module(patient_, project_, module);
    if (moved && moved->empty()) return std::nullopt;
    if (moved && parent_of(*moved) != parent_of(module)) return moved;
    if (same_leaf.empty()) return renamed_module(patient_, project_, module);
    return same_leaf.size() == 1 ? std::optional(same_leaf[0]) : only_with_all(names_taken(module), same_leaf);
  }

  // A package that is asked for and declared, its name misspelt.
  std::optional<std::string> meant_package(const std::string& module) const {
    const auto& packages = patient_.rules.table("python-packages");
    if (packages.contains(module) || contains(module, ".")) return std::nullopt;
    std::vector<std::string> names;
    for (const auto& [name, package] : packages) {
      if (slips_in(name) == 0 || contains(name, ".") || !only_like({name}, module)) continue;
      if (!project_.importers(name).empty()) names.push_back(name);
    }
    return only_like(names, module);
  }

  void fix_module(const std::string& module, const std::vector<std::string>& files) {
    if (follow_split(patient_, project_, module, draft_)) return;
    auto found = meant(module, files);
    // "No module named 'src'" stops at the first part; the import says the rest.
    if (!contains(module, ".")) {
      for (const auto& whole : imported_below(module)) {
        auto other = meant(whole, files);
        if (!other && found && project_.file_of(*found + whole.substr(module.size())))
          other = *found + whole.substr(module.size());
        if (other) rewrite_module(whole, *other, files);
      }
      if (!found && !draft_.patch().empty()) return;
      if (!found) found = meant_package(module);
    }
    if (found) rewrite_module(module, *found, files);
  }

  std::set<std::string> imported_below(const std::string& module) {
    std::set<std::string> wholes;
    in_all_files(module + ".", [&](const std::string&, const std::string& text) {
      for (const auto& one : imports_of(PythonSource(text))) {
        if (one.is_from && one.module.starts_with(module + ".")) wholes.insert(one.module);
      }
    });
    return wholes;
  }

  void rewrite_module(const std::string& module, const std::string& target, const std::vector<std::string>& files) {
    const bool beside = target.ends_with("." + module);
    in_all_files(leaf_of(module), [&](const std::string& path, const std::string& text) {
      if (beside && !is_among(path, files)) return;
      draft_.edit(path, follow_module(project_, path, PythonSource(text), module, target));
    });
  }

  const Patient& patient_;
  PythonProject project_;
  Draft draft_;
};

}  // namespace

std::vector<Patch> fix_python_import(const Patient& patient) { return ImportFixer(patient).patches(); }

}  // namespace regreen
