// go.fix-import-path: imports that go by a name which nothing has any more.
//
//   example.org/tide/wave       the module is example.org/tide/v2 now, or go.mod requires that version of another one
//   example.org/old/wave        the module had another name before
//   example.org/tide/vawe       a package of the module is misspelt or has moved
//
// The other imports by that name go with the one that the log tells of: who compiles sees one after the other. So do the packages
// whose variables a Makefile has the linker set. What go.mod requires under the written name is there, and stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/imports.h"
#include "mend/go/language/module_name.h"
#include "mend/go/modules/linker_flag.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/moved_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

/// A module of the tree: its sources, the folders of its packages, and what it requires.
struct Module {
  std::string name, folder;
  std::vector<std::string> files;
  std::set<std::string> packages;
  std::vector<std::string> required;
};

Module module_at(const Tree& tree, const std::string& manifest) {
  const auto text = tree.read(manifest).value_or("");
  Module module{go_module_of(text), std::string(folder_of(manifest)), {}, {}, go_required(text)};
  const auto front = path_in(folder_of(manifest), "");
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".go") || !path.starts_with(front) || nearest(tree, path, "go.mod") != manifest) continue;
    module.files.push_back(path);
    const auto folder = folder_of(path);
    module.packages.emplace(folder.size() < front.size() ? "" : folder.substr(front.size()));
  }
  return module;
}

bool is_of(std::string_view path, std::string_view module) {
  return path == module || (path.starts_with(module) && path[module.size()] == '/');
}

/// A front of import paths that becomes another one.
struct Change {
  std::string from, to;
};

// "example.org/tide" of an import → "example.org/tide/v2": the only module by that name that there is.
std::optional<Change> raised(const Module& module, const std::string& written) {
  auto names = module.required;
  names.push_back(module.name);
  std::optional<Change> found;
  for (const auto& name : names) {
    const auto below = below_go_module(written, name);
    if (!below || written == path_in(name, *below)) continue;
    if (name == module.name && !module.packages.contains(*below)) continue;
    if (found) return std::nullopt;
    found = Change{written.substr(0, below->empty() ? written.size() : written.size() - below->size() - 1), name};
  }
  return found;
}

// Can a module have had the other name? They differ in one part, or the package is of those that no other module may import.
bool may_have_been(const std::string& before, const std::string& today, std::string_view package) {
  const auto one = without_go_major(before), other = without_go_major(today);
  return name_of(one) == name_of(other) || (contains(one, "/") && folder_of(one) == folder_of(other)) ||
         contains("/" + std::string(package) + "/", "/internal/");
}

// "example.org/old/internal/wave" → "example.org/new/internal/wave", where internal/wave is a folder of the module.
std::optional<Change> renamed(const Module& module, const std::string& written) {
  std::string longest;
  for (const auto& folder : module.packages) {
    if (!folder.empty() && written.ends_with("/" + folder) && folder.size() > longest.size()) longest = folder;
  }
  if (longest.empty()) {
    const bool is_root = module.packages.contains("") && name_of(written) == name_of(without_go_major(module.name));
    return is_root ? std::optional(Change{written, module.name}) : std::nullopt;
  }
  const auto before = written.substr(0, written.size() - longest.size() - 1);
  if (!may_have_been(before, module.name, longest)) return std::nullopt;
  return Change{before, module.name};
}

// Did the newest commit take the files of a package away, and does another one say what they said?
bool has_moved(const Patient& patient, const Module& module, const std::string& from, const std::string& to) {
  const auto old = path_in(module.folder, from), today = path_in(module.folder, to);
  return std::ranges::any_of(patient.last_commit.before, [&](const auto& row) {
    const auto& [path, before] = row;
    if (!before || folder_of(path) != old || !path.ends_with(".go") || patient.tree.has(path)) return false;
    return std::ranges::any_of(module.files, [&](const std::string& file) {
      return folder_of(file) == today && says_what_it_said(*before, patient.tree.read(file).value_or(""));
    });
  });
}

// "example.org/app/pkg/yeild" → "example.org/app/pkg/yield"; a package that moved is the only one of its name.
std::optional<Change> respelt(const Patient& patient, const Module& module, const std::string& written) {
  const auto folder = written.substr(module.name.size() + 1);
  if (module.packages.contains(folder)) return std::nullopt;
  if (const auto near = only_near(module.packages, folder); !near.empty())
    return Change{written, module.name + "/" + near};
  std::string found;
  for (const auto& package : module.packages) {
    if (name_of(package) != name_of(folder)) continue;
    if (!found.empty()) return std::nullopt;
    found = package;
  }
  const bool is_it = !found.empty() && has_moved(patient, module, folder, found);
  return is_it ? std::optional(Change{written, module.name + "/" + found}) : std::nullopt;
}

std::optional<Change> change_for(const Patient& patient, const Module& module, const std::string& written) {
  const auto is_there = [&](const std::string& one) { return is_of(written, one); };
  if (written == module.name || !contains(written, ".") || std::ranges::any_of(module.required, is_there))
    return std::nullopt;
  if (auto change = raised(module, written)) return change;
  return written.starts_with(module.name + "/") ? respelt(patient, module, written) : renamed(module, written);
}

// What an import becomes; "" where it stays.
std::string changed(const Module& module, const Change& change, std::string_view path) {
  const bool is_changed = is_of(change.to, change.from) && is_of(path, change.to);
  if (!is_of(path, change.from) || is_changed) return "";
  const auto of_other = [&](const std::string& one) { return one != change.to && is_of(path, one); };
  if (std::ranges::any_of(module.required, of_other)) return "";
  const auto rest = path.substr(change.from.size());
  const auto folder = rest.empty() ? rest : rest.substr(1);
  const bool is_own = is_of(change.to, module.name);
  const auto front = is_own && change.to != module.name ? change.to.substr(module.name.size() + 1) : "";
  const auto package = folder.empty() ? front : path_in(front, folder);
  return is_own && !module.packages.contains(package) ? "" : change.to + std::string(rest);
}

void change_imports(const Module& module, const Change& change, Draft& draft) {
  for (const auto& file : module.files) {
    const auto text = draft.read(file).value_or("");
    std::vector<Edit> edits;
    for (const auto& one : imports_of(text).all) {
      const auto path = changed(module, change, one.path);
      const auto at = offset_in(text, one.path);
      if (!path.empty()) edits.push_back({at, one.path.size(), path});
    }
    if (!edits.empty()) draft.edit(file, std::move(edits));
  }
}

// Does the folder of a package declare a variable?
bool declares(const Tree& tree, const Module& module, std::string_view package, const std::string& name) {
  const auto below = package.substr(std::min(module.name.size() + 1, package.size()));
  return go_declared(tree, path_in(module.folder, below)).contains(name);
}

// May another file see what a variable of a Makefile says: one that it includes, that includes it, or a program that it calls?
bool is_seen_elsewhere(const Tree& tree, const std::string& makefile, std::string_view text, const std::string& name) {
  if (contains(text, "include") || contains(text, "export") || contains(text, "EXPORT")) return true;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool is_other = path != makefile && (is_makefile(name_of(path)) || path.ends_with(".mk"));
    return is_other && !words_in(tree.read(path).value_or(""), name).empty();
  });
}

// What the linker sets of a package by a name that nothing has any more is not set, and nobody says so.
void change_linker_flags(const Tree& tree, const Module& module, const Change& change, Draft& draft) {
  for (const auto& file : tree.list()) {
    if (!may_link_go(file) || nearest(tree, file, "go.mod") != path_in(module.folder, "go.mod")) continue;
    const auto text = draft.read(file).value_or("");
    std::map<std::size_t, Edit> edits;
    std::set<std::size_t> kept;
    for (const auto& flag : contains(text, change.from) ? go_linker_flags(text) : std::vector<GoLinkerFlag>()) {
      const auto path = changed(module, change, flag.written + flag.rest);
      const bool is_known = !path.empty() && path.ends_with(flag.rest) && declares(tree, module, path, flag.name);
      if (!is_known || (!flag.variable.empty() && is_seen_elsewhere(tree, file, text, flag.variable)))
        kept.insert(flag.at);
      else
        edits.insert_or_assign(flag.at,
                               Edit{flag.at, flag.written.size(), path.substr(0, path.size() - flag.rest.size())});
    }
    std::vector<Edit> all;
    for (auto& [at, edit] : edits) {
      if (!kept.contains(at)) all.push_back(std::move(edit));
    }
    if (!all.empty()) draft.edit(file, std::move(all));
  }
}

}  // namespace

std::vector<Patch> fix_go_import_path(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, Module> modules;  // by their manifests
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string written(capture(occurrence, "module"));
    if (written.empty()) written = capture(occurrence, "package");
    const auto places = places_of(patient.tree, occurrence);
    const auto manifest = nearest(patient.tree, places.empty() ? "" : places[0].file, "go.mod");
    if (manifest.empty() || !is_import_path(written) || !seen.emplace(manifest, written).second) continue;
    auto [module, fresh] = modules.try_emplace(manifest);
    if (fresh) module->second = module_at(patient.tree, manifest);
    const auto change = change_for(patient, module->second, written);
    if (!change) continue;
    change_imports(module->second, *change, draft);
    if (is_of(change->to, module->second.name)) change_linker_flags(patient.tree, module->second, *change, draft);
  }
  return draft.patches();
}

}  // namespace regreen
