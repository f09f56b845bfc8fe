// go.fix-imports: what a Go file uses and does not import, imports and does not use.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
#include "mend/go/imports.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string quoted_path(std::string_view line) {
  const auto open = line.find('"');
  const auto close = open == npos ? npos : line.find('"', open + 1);
  return close == npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

// The only package of the project whose folder has the name.
std::string own_package(const Tree& tree, std::string_view name) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    const auto folder = folder_of(path);
    if (path.ends_with(".go") && !path.ends_with("_test.go") && name_of(folder) == name && !path.starts_with("vendor/"))
      folders.emplace(folder);
  }
  const auto module = go_module_of(tree.read("go.mod").value_or(""));
  return folders.size() == 1 && !module.empty() ? module + "/" + *folders.begin() : "";
}

std::string path_for(const Patient& patient, const std::string& name, std::string_view code) {
  const auto uses = words_in(code, name);
  const bool selects =
      std::ranges::any_of(uses, [&](std::size_t at) { return code.substr(at + name.size(), 1) == "."; });
  if (!is_identifier(name) || !selects) return "";
  if (auto own = own_package(patient.tree, name); !own.empty()) return own;
  const auto& packages = patient.rules.table("go-packages");
  if (const auto row = packages.find(name); row != packages.end()) return row->second;
  return "";
}

}  // namespace

std::vector<Patch> fix_go_imports(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    if (!text) continue;
    std::optional<Edit> edit;
    if (contains(occurrence.at.text, "not used")) {
      edit = remove_import(*text, quoted_path(occurrence.at.text), 0);
    } else {
      std::string name(capture(occurrence, "module"));
      if (name.empty()) name = capture(occurrence, "symbol");
      const auto path = path_for(patient, name.substr(0, name.find('.')), code_only(*text, Speech::go));
      if (is_import_path(path)) edit = add_import(*text, path);
    }
    if (edit) draft.edit(file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
