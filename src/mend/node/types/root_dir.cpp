// js.include-root: tsc takes up every file, as nothing says which, and one of them is not under `rootDir`. What is compiled is
// what lies there: that is included, and nothing else.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/node/fixers.h"
#include "mend/place.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t lines_of_reasons = 4;

bool is_config(std::string_view path) {
  const auto name = name_of(path);
  return name.starts_with("tsconfig") && name.ends_with(".json");
}

// Is the file taken up only because everything is?
bool is_by_default(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min(lines_of_reasons, occurrence.after.size()); ++i) {
    if (contains(occurrence.after[i], "Matched by default include pattern")) return true;
  }
  return false;
}

// Are there files that only declare types, and that the compiler would not see below the root?
bool has_declarations_outside(const Tree& tree, std::string_view base, std::string_view root) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const bool is_below = base.empty() || path.starts_with(std::string(base) + "/");
    return is_below && path.ends_with(".d.ts") && !path.starts_with(std::string(root) + "/") && !is_vendored(path);
  });
}

/// A tsconfig.json and the folder that it calls `rootDir`.
struct Config {
  std::string file, root, text;  ///< `text` without comments, offset by offset
};

std::vector<Config> configs_of(const Tree& tree) {
  std::vector<Config> all;
  for (const auto& file : tree.list()) {
    if (!is_config(file) || is_vendored(file)) continue;
    auto text = plain_json(tree.read(file).value_or(""));
    const auto object = read_json_object(text);
    const auto options = object ? object_in(text, *object, "compilerOptions") : std::nullopt;
    const auto folder = options ? string_in(text, *options, "rootDir") : std::nullopt;
    const auto root = folder ? resolved(path_in(folder_of(file), *folder)) : std::nullopt;
    if (root && !root->empty()) all.push_back({file, *root, std::move(text)});
  }
  return all;
}

// Does the name of the step, or what is printed above, give the compiler the file? "> tsc -p tsconfig.build.json"
bool is_told(const Diagnosis& diagnosis, const Occurrence& occurrence, const Config& config) {
  auto rows = occurrence.before;
  rows.push_back(diagnosis.step);
  return std::ranges::any_of(rows, [&](const std::string& row) {
    for (const std::string_view option : {" -p ", " --project "}) {
      const auto at = row.find(option);
      if (at == std::string::npos) continue;
      const auto words = trim(std::string_view(row).substr(at + option.size()));
      if (name_of(words.substr(0, words.find(' '))) == name_of(config.file)) return true;
    }
    return false;
  });
}

// The file whose `rootDir` a log prints in full. The top one may fit as well as that of the package, which is longer; which of two
// in one folder was read, only the command says.
const Config* config_of(const Diagnosis& diagnosis, const Occurrence& occurrence, const std::vector<Config>& configs,
                        std::string_view said) {
  std::vector<const Config*> fitting;
  for (const auto& config : configs) {
    if (!said.ends_with("/" + config.root)) continue;
    if (!fitting.empty() && fitting[0]->root.size() > config.root.size()) continue;
    if (!fitting.empty() && fitting[0]->root.size() < config.root.size()) fitting.clear();
    fitting.push_back(&config);
  }
  if (fitting.size() > 1)
    std::erase_if(fitting, [&](const auto* config) { return !is_told(diagnosis, occurrence, *config); });
  return fitting.size() == 1 ? fitting[0] : nullptr;
}

std::vector<Edit> include_root(const Tree& tree, const Config& config) {
  const auto object = read_json_object(config.text);
  const auto base = folder_of(config.file);
  if (!object || object->find("include") != nullptr || object->find("files") != nullptr || config.root == base)
    return {};
  if (has_declarations_outside(tree, base, config.root)) return {};
  return {add_member(config.text, *object, "include", "[\"" + path_from(base, config.root) + "\"]")};
}

}  // namespace

std::vector<Patch> include_script_root(const Patient& patient) {
  const auto configs = configs_of(patient.tree);
  std::set<const Config*> seen;
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto said = between(occurrence.at.text, "is not under 'rootDir' '", "'");
    if (said.empty() || !is_by_default(occurrence)) continue;
    const auto* config = config_of(patient.diagnosis, occurrence, configs, said);
    if (config == nullptr || !seen.insert(config).second) continue;
    if (auto edits = include_root(patient.tree, *config); !edits.empty()) draft.edit(config->file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
