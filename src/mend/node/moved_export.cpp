// js.follow-export: a path of a package's `exports` is what tsc made of a source that lies elsewhere now.
//
//   Error: Cannot find module '/srv/kite/dist/geo.js'        "./geo": "./dist/geo.js"  →  "./geo": "./dist/lib/geo.js"
//
// Only where the one source of that name exports all that is asked of the path. The path itself stays, as others know it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/compiled_folders.h"
#include "mend/node/fixers.h"
#include "mend/node/module_names.h"
#include "mend/node/package.h"
#include "mend/node/script_names.h"
#include "mend/place.h"
#include "mend/trace.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto source_endings = std::to_array<std::string_view>({".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs"});

/// What a package's `exports` name and nobody makes.
struct Unmade {
  NodePackage package;
  std::string path;  // from the top of the tree: "dist/geo.js"
  std::string user;  // who asks for it
};

// Where the tree lay when the log was made, told by a path of it: "/srv/kite/package.json" → "/srv/kite/".
std::string top_of(const Tree& tree, std::string_view printed) {
  const auto file = find_file(tree, printed);
  return file && printed.ends_with("/" + *file) ? std::string(printed.substr(0, printed.size() - file->size())) : "";
}

// Node names the package.json that led it there ("path: '/srv/kite/package.json'"), or who imported the path.
std::string top_said(const Tree& tree, const Occurrence& occurrence) {
  for (const auto& line : lines_of(occurrence)) {
    const auto manifest = between(line, "path: '", "'");
    if (manifest.ends_with("/package.json")) return top_of(tree, manifest);
    if (const auto at = line.find("imported from "); at != std::string::npos)
      return top_of(tree, trim(std::string_view(line).substr(at + 14)));
  }
  return "";
}

std::string user_said(const Tree& tree, const Occurrence& occurrence) {
  for (const auto& place : places_around(tree, occurrence)) {
    if (is_script_source(place.file) && !is_built(place.file)) return place.file;
  }
  return "";
}

std::optional<Unmade> unmade_in(const Tree& tree, const Occurrence& occurrence) {
  const auto printed = capture(occurrence, "path");
  const auto top = top_said(tree, occurrence);
  const auto user = user_said(tree, occurrence);
  if (top.empty() || user.empty() || !printed.starts_with(top)) return std::nullopt;
  const std::string path(printed.substr(top.size()));
  auto package = package_of_file(tree, path);
  if (!package || tree.has(path)) return std::nullopt;
  return Unmade{std::move(*package), path, user};
}

std::string_view without_ending(std::string_view path) { return path.substr(0, path.rfind('.')); }

bool has_source(const Tree& tree, const std::string& stem) {
  return std::ranges::any_of(source_endings, [&](auto ending) {
    return tree.has(stem + std::string(ending)) || tree.has(stem + "/index" + std::string(ending));
  });
}

// The folders of the script that makes the path, where the project says what they are.
std::optional<CompiledFolders> folders_for(const Tree& tree, const Unmade& unmade) {
  const auto scripts = object_in(unmade.package.text, unmade.package.root, "scripts");
  if (!scripts) return std::nullopt;
  for (const auto& script : scripts->members) {
    const auto command = string_in(unmade.package.text, *scripts, script.key).value_or("");
    auto folders = compiled_folders(tree, std::string(folder_of(unmade.package.file)), command);
    if (folders && folders->root && unmade.path.starts_with(folders->out + "/")) return folders;
  }
  return std::nullopt;
}

// The only source below a folder that is called as the one at `stem` was.
std::string only_source(const Tree& tree, const std::string& root, std::string_view stem) {
  std::string found;
  for (const auto& path : tree.list()) {
    const bool is_alike = is_script_source(path) && path.starts_with(root + "/") &&
                          without_ending(name_of(path)) == name_of(stem);
    if (!is_alike || is_vendored(path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// Did the newest commit take the old source away without making the new one? Then they are two things.
bool is_another(const LastCommit& commit, const std::string& stem, const std::string& source) {
  const bool is_gone = std::ranges::any_of(
      source_endings, [&](auto ending) { return commit.before.contains(stem + std::string(ending)); });
  const auto row = commit.before.find(source);
  return is_gone && (row == commit.before.end() || row->second);
}

// What the scripts of the tree ask of the package's path; nothing where that cannot be told of one of them, or the one that failed
// asks for nothing.
std::optional<std::vector<std::string>> asked_of(const Tree& tree, const Unmade& unmade, std::string_view key) {
  const auto name = string_in(unmade.package.text, unmade.package.root, "name").value_or("");
  if (name.empty()) return std::nullopt;
  std::vector<std::string> all;
  for (const auto& path : tree.list()) {
    if (!is_script_source(path) || is_built(path)) continue;
    const auto names = names_asked_of(tree.read(path).value_or(""), name + std::string(key.substr(1)));
    if (!names || (path == unmade.user && names->empty())) return std::nullopt;
    all.insert(all.end(), names->begin(), names->end());
  }
  return all;
}

bool exports_all(const Tree& tree, const std::string& source, const std::vector<std::string>& names) {
  const auto own = exported_names(tree.read(source).value_or(""));
  return std::ranges::all_of(names, [&](const auto& name) { return std::ranges::find(own, name) != own.end(); });
}

// The edits that lead one member of `exports` from a path to another, with the types that lie beside it.
std::vector<Edit> led(const NodePackage& package, const JsonMember& member, std::string_view from, std::string_view to) {
  std::vector<Edit> edits;
  for (const std::string_view ending : {".js", ".cjs", ".mjs", ".d.ts", ".d.cts", ".d.mts"}) {
    const auto said = "\"./" + std::string(from) + std::string(ending) + "\"";
    for (auto at = package.text.find(said, member.value); at < member.value_end; at = package.text.find(said, at + 1))
      edits.push_back({at + 3, from.size(), std::string(to)});
  }
  return edits;
}

// The path of what is made of a source, without its ending.
std::string made_of(const CompiledFolders& folders, const std::string& root, std::string_view source) {
  return path_in(folders.out, without_ending(source.substr(root.size() + 1)));
}

std::string within(const NodePackage& package, std::string_view path) {
  const auto home = folder_of(package.file);
  return std::string(path.substr(home.empty() ? 0 : home.size() + 1));
}

void mend_one(const Patient& patient, const Unmade& unmade, Draft& draft) {
  const auto& [package, path, user] = unmade;
  const auto exports = object_in(package.text, package.root, "exports");
  const auto folders = exports ? folders_for(patient.tree, unmade) : std::nullopt;
  if (!folders || folders->root->empty()) return;
  const auto root = path_in(folders->base, *folders->root);
  const auto stem = path_in(root, without_ending(path.substr(folders->out.size() + 1)));
  const auto source = has_source(patient.tree, stem) ? "" : only_source(patient.tree, root, stem);
  if (source.empty() || is_another(patient.last_commit, stem, source)) return;
  const auto from = within(package, without_ending(path)), to = within(package, made_of(*folders, root, source));
  if (contains(package.text, "/" + to + ".")) return;  // others know it by that name already
  std::vector<Edit> edits;
  for (const auto& member : exports->members) {
    auto found = led(package, member, from, to);
    if (found.empty()) continue;
    const auto names = asked_of(patient.tree, unmade, member.key);
    if (!names || !exports_all(patient.tree, source, *names)) return;
    std::ranges::move(found, std::back_inserter(edits));
  }
  if (!edits.empty()) draft.edit(package.file, std::move(edits));
}

}  // namespace

std::vector<Patch> follow_moved_export(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto unmade = unmade_in(patient.tree, occurrence);
    if (unmade && draft.read(unmade->package.file) == unmade->package.text) mend_one(patient, *unmade, draft);
  }
  return draft.patches();
}

}  // namespace regreen
