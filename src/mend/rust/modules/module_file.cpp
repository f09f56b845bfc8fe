// rust.fix-module: `mod harbor;` where the file is called harbour.rs, and nothing else speaks of the module: then the line is what
// is misspelt, and not the name of the file.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/module_tree.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <set>

namespace regreen {
namespace {

// The folder in which the modules that a file declares lie.
std::string modules_of(std::string_view file) {
  const auto name = name_of(file);
  if (name == "lib.rs" || name == "main.rs" || name == "mod.rs") return std::string(folder_of(file));
  return std::string(file.substr(0, file.size() - std::string_view(".rs").size()));
}

// The modules whose files lie in a folder: harbour.rs, harbour/mod.rs.
std::set<std::string> modules_in(const Tree& tree, std::string_view folder) {
  std::set<std::string> names;
  for (const auto& path : tree.list()) {
    if (!path.ends_with(".rs")) continue;
    const bool is_folder = name_of(path) == "mod.rs";
    const auto place = is_folder ? folder_of(path) : std::string_view(path).substr(0, path.size() - 3);
    if (folder_of(place) == folder) names.emplace(name_of(place));
  }
  for (const auto* top : {"lib", "main", "build"}) names.erase(top);
  return names;
}

std::size_t times_said(const Tree& tree, std::string_view module) {
  std::size_t count = 0;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? tree.read(path).value_or("") : "";
    if (contains(text, module)) count += words_in(code_only(text, Speech::rust), module).size();
  }
  return count;
}

}  // namespace

std::vector<Patch> fix_rust_module(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string module(capture(occurrence, "module"));
    const auto places = places_of(patient.tree, occurrence);
    if (!is_identifier(module) || places.empty() || !places[0].file.ends_with(".rs")) continue;
    const auto text = draft.read(places[0].file).value_or("");
    const auto code = code_only(text, Speech::rust);
    auto free = modules_in(patient.tree, modules_of(places[0].file));
    std::erase_if(free, [&](const std::string& name) { return rust_module_in(code, name).has_value(); });
    const auto right = only_near(free, module);
    const auto line = rust_module_in(code, module);
    if (right.empty() || !line || times_said(patient.tree, module) != 1) continue;
    draft.edit(places[0].file, {{*line + std::string_view("mod ").size(), module.size(), right}});
  }
  return draft.patches();
}

}  // namespace regreen
