// go.fix-imports: what a Go file uses and does not import, imports and does not use.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/import_effect.h"
#include "mend/go/language/imports.h"
#include "mend/go/modules/package_choice.h"
#include "mend/place.h"

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string quoted_path(std::string_view line) {
  const auto open = line.find('"');
  const auto close = open == npos ? npos : line.find('"', open + 1);
  return close == npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

// The import that a name wants: the choice-th that it can mean, the last one where there are fewer.
std::optional<Edit> wanted_import(const Patient& patient, const std::string& file, std::string_view text,
                                  const Occurrence& said, std::size_t choice, bool& has_more) {
  std::string name(capture(said, "module"));
  if (name.empty()) name = capture(said, "symbol");
  const auto packages = go_packages_for(patient, file, text, name.substr(0, name.find('.')));
  if (packages.empty()) return std::nullopt;
  has_more |= choice > 0 && choice < packages.size();
  const auto& package = packages[std::min(choice, packages.size() - 1)];
  return add_import(text, package.path, package.name);
}

// An import that nothing names goes, but for one that is there for what it does by itself, and which the project needs.
std::optional<Edit> unused_import(const Tree& tree, std::string_view text, const std::string& path) {
  const auto is_user = [&](const std::string& file) {
    return file.ends_with(".go") && !is_vendored(file) && go_is_served(tree.read(file).value_or(""), path);
  };
  const bool is_of_program = !go_served_by(path).empty() && path != "embed";
  const bool is_needed = go_is_served(text, path) || (is_of_program && std::ranges::any_of(tree.list(), is_user));
  return is_needed ? keep_for_effect(text, path) : remove_import(text, path, 0);
}

// Is there an import that only this choice makes?
bool fix_imports(const Patient& patient, Draft& draft, std::size_t choice) {
  bool has_more = false;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    if (!text) continue;
    const auto edit = contains(occurrence.at.text, "not used")
                          ? unused_import(patient.tree, *text, quoted_path(occurrence.at.text))
                          : wanted_import(patient, file, *text, occurrence, choice, has_more);
    if (edit) draft.edit(file, {*edit});
  }
  return has_more;
}

}  // namespace

std::vector<Patch> fix_go_imports(const Patient& patient) {
  constexpr std::size_t choices = 2;  // a name may be that of two packages
  std::vector<Patch> patches;
  for (std::size_t choice = 0; choice < choices; ++choice) {
    Draft draft(patient.tree);
    const bool has_more = fix_imports(patient, draft, choice);
    if (choice == 0 || has_more) std::ranges::move(draft.patches(), std::back_inserter(patches));
  }
  return patches;
}

}  // namespace regreen
