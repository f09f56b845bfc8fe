// js.add-export: a module of the project's own package is asked for by the package's name, and its `exports` leave it out.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/package.h"
#include "mend/place.h"

namespace regreen {
namespace {

// The last part of a path without its ending: "./lib/parse.js" → "parse".
std::string stem_of(std::string_view path) {
  const auto name = name_of(path);
  return std::string(name.substr(0, name.find('.')));
}

// All files that a value of `exports` names are there.
bool are_there(const Tree& tree, std::string_view folder, std::string_view value) {
  const auto parts = split(value, '"');
  std::size_t count = 0;
  for (std::size_t i = 1; i < parts.size(); i += 2) {
    if (!parts[i].starts_with("./")) continue;
    const auto path = resolved(path_in(folder, parts[i]));
    if (!path || !tree.has(*path)) return false;
    ++count;
  }
  return count > 0;
}

// What `exports` would say of a path, as it says it of another: "./parse": "./lib/parse.js" → "./format": "./lib/format.js".
std::string by_example(const Tree& tree, const NodePackage& home, const JsonObject& exports, std::string_view path) {
  for (const auto& member : exports.members) {
    const auto like =
        member.key == "." ? stem_of(between(home.text.substr(member.value), "\"", "\"")) : stem_of(member.key);
    if (like.empty() || contains(member.key, "*")) continue;
    const auto value = replace_all(home.text.substr(member.value, member.value_end - member.value), "/" + like + ".",
                                   "/" + stem_of(path) + ".");
    if (are_there(tree, folder_of(home.file), value)) return value;
  }
  return "";
}

}  // namespace

std::vector<Patch> add_package_export(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto path = capture(occurrence, "symbol");
    const auto file = find_file(patient.tree, capture(occurrence, "path"));
    const auto home = file && name_of(*file) == "package.json" ? package_of_file(patient.tree, *file) : std::nullopt;
    if (!home || draft.patch().find(home->file) != nullptr || !path.starts_with("./") || contains(path, "..")) continue;
    const auto exports = object_in(home->text, home->root, "exports");
    if (!exports || exports->members.empty() || exports->find(path) != nullptr) continue;
    const auto value = by_example(patient.tree, *home, *exports, path);
    if (!value.empty()) draft.edit(home->file, {add_member(home->text, *exports, path, value)});
  }
  return draft.patches();
}

}  // namespace regreen
