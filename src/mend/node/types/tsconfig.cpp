// js.fix-tsconfig: options and libraries that tsc says the code needs, options that it does not know under the written name,
// projects that others refer to, and a folder of sources that has another name.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/node/types/compiler_option.h"
#include "mend/node/types/project_reference.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "Unknown compiler option 'noEmitt'. Did you mean 'noEmit'?"
std::vector<Edit> rename_option(std::string_view text, std::string_view said) {
  const std::string wrong(between(said, "option '", "'")), right(between(said, "Did you mean '", "'"));
  const auto at = text.find("\"" + wrong + "\"");
  if (!is_identifier(wrong) || !is_identifier(right) || at == npos || contains(text, "\"" + right + "\"")) return {};
  return {{at + 1, wrong.size(), right}};
}

// "include": ["source/**/*.ts"], where the sources are in src
std::vector<Edit> name_folder(const Tree& tree, std::string_view text, const std::string& config) {
  const auto root = read_json_object(text);
  const auto* include = root ? root->find("include") : nullptr;
  if (include == nullptr) return {};
  const auto base = folder_of(config);
  std::set<std::string> folders, typed;
  for (const auto& path : tree.list()) {
    if (!base.empty() && !path.starts_with(std::string(base) + "/")) continue;
    const auto inner = std::string_view(path).substr(base.empty() ? 0 : base.size() + 1);
    if (!contains(inner, "/")) continue;
    folders.emplace(inner.substr(0, inner.find('/')));
    if (inner.ends_with(".ts") || inner.ends_with(".tsx")) typed.emplace(inner.substr(0, inner.find('/')));
  }
  std::erase_if(typed, [](const auto& name) { return name == "test" || name == "tests" || name == "node_modules"; });
  std::vector<Edit> edits;
  const auto list = text.substr(include->value, include->value_end - include->value);
  for (auto open = list.find('"'); open != npos;) {
    const auto close = list.find('"', open + 1);
    if (close == npos) break;
    auto begin = open + 1;
    if (list.substr(begin).starts_with("./")) begin += 2;
    const auto end = std::min(list.find('/', begin), close);
    const std::string folder(list.substr(begin, end - begin));
    const auto near = only_near(typed, folder);
    const auto right = !near.empty() ? near : typed.size() == 1 ? *typed.begin() : "";
    if (!folders.contains(folder) && !right.empty() && folder.find('*') == npos && !folder.empty())
      edits.push_back({include->value + begin, folder.size(), right});
    open = list.find('"', close + 1);
  }
  return edits.size() == 1 ? edits : std::vector<Edit>{};
}

std::vector<Edit> edits_for(const Patient& patient, std::string_view text, const std::string& config,
                            std::string_view said) {
  if (contains(said, "nknown compiler option")) return rename_option(text, said);
  if (contains(said, "No inputs were found in config file")) return name_folder(patient.tree, text, config);
  return {};
}

std::string config_of(const Tree& tree, const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  if (const auto file = find_file(tree, between(said, "config file '", "'"))) return *file;
  if (const auto end = said.find(".json("); end != npos) {
    if (const auto file = find_file(tree, said.substr(0, end + 5))) return *file;
  }
  const auto places = places_of(tree, occurrence);
  return nearest(tree, places.empty() ? "" : places[0].file, "tsconfig.json");
}

// `types` may list node where the package knows its types.
bool knows_node(const Tree& tree, const std::string& config) {
  const auto home = package_of_file(tree, config);
  return home && declares(*home, "@types/node");
}

}  // namespace

std::vector<Patch> fix_tsconfig(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, OptionWishes> wishes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (const auto project = project_referred_to(patient.tree, occurrence.at.text); !project.empty()) {
      if (const auto text = draft.read(project)) draft.edit(project, make_composite(patient.tree, project, *text));
      continue;
    }
    const auto config = config_of(patient.tree, occurrence);
    if (config.empty()) continue;
    add_wish(occurrence.at.text, wishes[config]);
    const auto text = draft.patch().find(config) != nullptr ? std::nullopt : draft.read(config);
    if (text) draft.edit(config, edits_for(patient, *text, config, occurrence.at.text));
  }
  for (auto& [config, wish] : wishes) {
    wish.node_types = wish.node_types && knows_node(patient.tree, config);
    if (const auto text = draft.read(config)) draft.edit(config, grant(*text, wish));
  }
  return draft.patches();
}

}  // namespace regreen
