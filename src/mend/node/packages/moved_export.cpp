// js.follow-export: a path of a package's `exports` is what tsc made of a source that lies elsewhere now.
//
//   Error: Cannot find module '/srv/kite/dist/geo.js'        "./geo": "./dist/geo.js"  →  "./geo": "./dist/lib/geo.js"
//
// Only where the one source of that name exports all that is asked of the path. The path itself stays, as others know it.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/language/module_names.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/compiled_folders.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/moved_text.h"
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

std::string within(const NodePackage& package, std::string_view path) {
  const auto home = folder_of(package.file);
  return std::string(path.substr(home.empty() ? 0 : home.size() + 1));
}

std::string_view without_ending(std::string_view path) { return path.substr(0, path.rfind('.')); }

bool has_source(const Tree& tree, const std::string& stem) {
  return std::ranges::any_of(source_endings, [&](auto ending) {
    return tree.has(stem + std::string(ending)) || tree.has(stem + "/index" + std::string(ending));
  });
}

// What the scripts of the package compile, where the project says from where, and which of it makes the path comes first. None where
// a script names the path itself: it may make it in another way.
std::vector<CompiledFolders> folders_for(const Tree& tree, const Unmade& unmade) {
  std::vector<CompiledFolders> all;
  const auto scripts = object_in(unmade.package.text, unmade.package.root, "scripts");
  if (!scripts) return all;
  for (const auto& script : scripts->members) {
    const auto command = string_in(unmade.package.text, *scripts, script.key).value_or("");
    if (contains(command, within(unmade.package, unmade.path))) return {};
    for (const auto part : split(command, '&')) {
      const auto folders = compiled_folders(tree, std::string(folder_of(unmade.package.file)), part);
      if (folders && folders->root && !folders->root->empty()) all.push_back(*folders);
    }
  }
  const auto makes = [&](const auto& one) { return unmade.path.starts_with(one.out + "/"); };
  std::ranges::stable_partition(all, makes);
  return !all.empty() && makes(all.front()) ? all : std::vector<CompiledFolders>();
}

// Is it for the package itself, or its tests?
bool is_inner(std::string_view source) {
  static constexpr auto names =
      std::to_array<std::string_view>({"internal", "internals", "private", "test", "tests", "testing", "__tests__",
                                       "__mocks__", "mocks", "fixtures", "examples", "deprecated", "legacy", "old"});
  return std::ranges::any_of(split(folder_of(source), '/'),
                             [](auto part) { return part.starts_with('_') || is_among(part, names); });
}

// The only source below a folder that is called as the one at `stem` was.
std::string only_source(const Tree& tree, const std::string& root, std::string_view stem) {
  std::string found;
  for (const auto& path : tree.list()) {
    const bool is_alike =
        is_script_source(path) && path.starts_with(root + "/") && without_ending(name_of(path)) == name_of(stem);
    if (!is_alike || is_vendored(path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// Did the newest commit move the old source there? Another one may only be called alike.
bool is_meant(const Patient& patient, const std::string& stem, const std::string& source) {
  const auto& before = patient.last_commit.before;
  const auto there = before.find(source);
  for (const auto ending : source_endings) {
    const auto gone = before.find(stem + std::string(ending));
    if (gone == before.end() || !gone->second) continue;
    const auto text = patient.tree.read(source).value_or("");
    return there != before.end() && !there->second && says_what_it_said(*gone->second, text);
  }
  return false;
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
  return std::ranges::all_of(names, [&](const auto& name) { return is_among(name, own); });
}

// How often a member names a file of that name, whatever its ending.
std::size_t count_named(const NodePackage& package, const JsonMember& member, std::string_view name) {
  const auto value = std::string_view(package.text).substr(member.value, member.value_end - member.value);
  const auto said = "/" + std::string(name) + ".";
  std::size_t count = 0;
  for (auto at = value.find(said); at != std::string_view::npos; at = value.find(said, at + 1)) ++count;
  return count;
}

/// A path that the build makes, and the one that it makes instead now; both without their endings.
struct Way {
  std::string from, to;
};

// The edits that lead a member of `exports` along the ways, with the types that lie beside.
std::vector<Edit> led(const NodePackage& package, const JsonMember& member, const std::vector<Way>& ways) {
  static constexpr auto endings = std::to_array<std::string_view>({".js", ".cjs", ".mjs", ".d.ts", ".d.cts", ".d.mts"});
  std::vector<Edit> edits;
  for (const auto& [from, to] : ways) {
    for (const auto ending : endings) {
      const auto said = "\"./" + from + std::string(ending) + "\"";
      for (auto at = package.text.find(said, member.value); at < member.value_end; at = package.text.find(said, at + 1))
        edits.push_back({at + 3, from.size(), to});
    }
  }
  return edits;
}

// The ways of all that is compiled from the same root.
std::vector<Way> ways_of(const NodePackage& package, const std::vector<CompiledFolders>& all, std::string_view old,
                         std::string_view source) {
  std::vector<Way> ways;
  for (const auto& one : all) {
    if (one.base != all.front().base || one.root != all.front().root) continue;
    Way way{within(package, path_in(one.out, old)), within(package, path_in(one.out, source))};
    const bool is_new = std::ranges::none_of(ways, [&](const auto& other) { return other.from == way.from; });
    if (is_new) ways.push_back(std::move(way));
  }
  return ways;
}

// The edits of all members that name what is not made any more; none where one of them names more of it, or others ask it for more.
std::vector<Edit> edits_for(const Patient& patient, const Unmade& unmade, const std::vector<Way>& ways,
                            const std::string& source) {
  const auto exports = object_in(unmade.package.text, unmade.package.root, "exports");
  std::vector<Edit> edits;
  for (const auto& member : exports ? exports->members : std::vector<JsonMember>()) {
    auto found = led(unmade.package, member, ways);
    if (found.empty()) continue;
    const auto names = asked_of(patient.tree, unmade, member.key);
    const bool is_whole = count_named(unmade.package, member, name_of(ways.front().from)) == found.size();
    if (!is_whole || !names || !exports_all(patient.tree, source, *names)) return {};
    std::ranges::move(found, std::back_inserter(edits));
  }
  return edits;
}

void mend_one(const Patient& patient, const Unmade& unmade, Draft& draft) {
  const auto all = folders_for(patient.tree, unmade);
  if (all.empty()) return;
  const auto root = path_in(all.front().base, *all.front().root);
  const auto old = without_ending(std::string_view(unmade.path).substr(all.front().out.size() + 1));
  const auto stem = path_in(root, old);
  const auto source = has_source(patient.tree, stem) ? "" : only_source(patient.tree, root, stem);
  if (source.empty() || !is_meant(patient, stem, source)) return;
  const auto below = source.substr(root.size() + 1);
  const auto ways = ways_of(unmade.package, all, old, without_ending(below));
  const bool is_known =
      std::ranges::any_of(ways, [&](const auto& way) { return contains(unmade.package.text, "/" + way.to + "."); });
  if (is_inner(below) || is_known) return;
  if (auto edits = edits_for(patient, unmade, ways, source); !edits.empty())
    draft.edit(unmade.package.file, std::move(edits));
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
