// python.add-dependency: declares the package of a module, pytest plugin or tool where the project installs it from.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/dependency_home.h"
#include "mend/python/packages/marker.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t candidates_max = 3;

/// A package that is missing, and whom it is missed by.
struct Missing {
  std::string package;
  Audience audience = Audience::users;

  auto operator<=>(const Missing&) const = default;
};

std::optional<std::string> from_table(const RuleSet& rules, std::string_view table, std::string_view name) {
  const auto found = rules.table(table).find(name);
  if (name.empty() || found == rules.table(table).end()) return std::nullopt;
  return found->second;
}

Audience audience_of_importers(const std::vector<std::string>& files, std::string_view package) {
  if (normalized_package(package).starts_with("pytest")) return Audience::tests;
  if (files.empty()) return Audience::users;
  const auto is_setup = [](const auto& file) { return name_of(file) == "setup.py"; };
  if (std::ranges::all_of(files, is_setup)) return Audience::build;
  return std::ranges::all_of(files, is_test_file) ? Audience::tests : Audience::users;
}

// Options that belong to a plugin: "--cov=app --reruns 2".
std::vector<Missing> missing_of_options(const RuleSet& rules, std::string_view line) {
  std::vector<Missing> all;
  if (!contains(line, "unrecognized arguments")) return all;
  for (const auto word : split(line, ' ')) {
    if (auto package = from_table(rules, "pytest-options", word.substr(0, word.find('=')))) {
      all.push_back({*package, Audience::tests});
    }
  }
  return all;
}

std::vector<Missing> missing_of(const Patient& patient, const PythonProject& project, const Occurrence& occurrence) {
  auto all = missing_of_options(patient.rules, occurrence.at.text);
  const auto module = capture(occurrence, "module");
  if (patient.rules.table("python-moved").contains(module)) return all;  // it has another name today
  if (!module.empty()) {
    if (auto package = project.package_of(module, files_of(patient.tree, patient.diagnosis))) {
      auto top = top_of(module);
      all.push_back(
          {*package, audience_of_importers(project.importers(contains(*package, top) ? top : module), *package)});
    }
  } else if (contains(occurrence.at.text, "fixture")) {
    if (auto package = from_table(patient.rules, "pytest-fixtures", capture(occurrence, "symbol"))) {
      all.push_back({*package, Audience::tests});
    }
  } else if (const auto marker = unknown_marker(occurrence); !marker.empty()) {
    if (auto package = plugin_of_marker(patient, marker); !package.empty())
      all.push_back({std::move(package), Audience::tests});
  } else if (contains(occurrence.at.text, "Unknown config option")) {
    if (auto package = from_table(patient.rules, "pytest-settings", capture(occurrence, "key")))
      all.push_back({*package, Audience::tests});
  } else if (contains(occurrence.at.text, "async def function") ||
             contains(occurrence.at.text, "PytestUnhandledCoroutine")) {
    all.push_back({"pytest-asyncio", Audience::tests});
  }
  if (const auto package = capture(occurrence, "package"); all.empty() && module.empty() && is_package_name(package)) {
    const bool known = std::ranges::any_of(patient.rules.table("python-packages"), [&](const auto& row) {
      return normalized_package(row.second) == normalized_package(package);
    });
    if (package.starts_with("types-") || package.ends_with("-stubs"))
      all.push_back({std::string(package), Audience::tests});
    else if (known)
      all.push_back({std::string(package), Audience::users});
  }
  return all;
}

// How little a place suits: installed ones and those for the same audience first, then in the order they stand.
int strangeness(const DependencyHome& home, Audience audience) {
  const int installed = home.is_installed ? 0 : 4;
  if (home.audience == audience) return installed;
  if (audience == Audience::tests && home.audience == Audience::users) return installed + 1;
  if (audience == Audience::users && home.audience == Audience::tests) return installed + 2;
  return installed + 9;
}

bool is_candidate(const DependencyHome& home, Audience audience, bool some_installed) {
  if (home.audience == Audience::others && !home.is_installed) return false;
  if ((home.audience == Audience::build) != (audience == Audience::build)) return false;
  return home.is_installed || !some_installed;
}

std::vector<const DependencyHome*> homes_for(const std::vector<DependencyHome>& homes, Audience audience) {
  const bool some_installed = std::ranges::any_of(
      homes, [&](const auto& home) { return home.is_installed && is_candidate(home, audience, true); });
  std::vector<const DependencyHome*> result;
  for (const auto& home : homes) {
    if (is_candidate(home, audience, some_installed)) result.push_back(&home);
  }
  std::ranges::stable_sort(result, {}, [&](const auto* home) { return strangeness(*home, audience); });
  return result;
}

// A list that is generated from another one: `requirements.in` beside `requirements.txt` asks for the package too.
void add_to_source(const std::vector<DependencyHome>& homes, const DependencyHome& home, std::string_view package,
                   Draft& draft) {
  if (!home.file.ends_with(".txt")) return;
  const auto source = home.file.substr(0, home.file.size() - 4) + ".in";
  for (const auto& other : homes) {
    const auto text = other.file == source && !declares(other, package) ? draft.read(source) : std::nullopt;
    if (text) draft.edit(source, other.add(*text, package));
  }
}

std::optional<Patch> declared_in(const Patient& patient, const std::vector<DependencyHome>& homes,
                                 const DependencyHome& home, const std::string& package) {
  Draft draft(patient.tree);
  const auto text = draft.read(home.file);
  if (!text) return std::nullopt;
  const auto edits = home.add(*text, package);
  if (edits.empty() || !draft.edit(home.file, edits)) return std::nullopt;
  const bool toml = home.file.ends_with(".toml") || name_of(home.file) == "Pipfile";
  if (toml && !is_toml(*draft.read(home.file))) return std::nullopt;
  add_to_source(homes, home, package, draft);
  return draft.patch();
}

std::vector<Patch> candidates_for(const Patient& patient, const Missing& missing) {
  const auto homes = dependency_homes(patient.tree);
  auto audience = missing.audience;
  const bool has_build = std::ranges::any_of(homes, [](const auto& home) { return home.audience == Audience::build; });
  if (audience == Audience::build && !has_build) audience = Audience::users;
  auto places = homes_for(homes, audience);
  // What users need is not there for them where only those who test get it.
  const auto lacks_it = [&](const auto* home) {
    return home->audience == audience && !declares(*home, missing.package);
  };
  if (audience == Audience::users && std::ranges::any_of(places, lacks_it))
    std::erase_if(places, [](const auto* home) { return home->audience == Audience::tests; });
  if (std::ranges::any_of(places, [&](const auto* home) { return declares(*home, missing.package); })) return {};
  std::vector<Patch> patches;
  for (const auto* home : places) {
    if (auto patch = declared_in(patient, homes, *home, missing.package)) patches.push_back(std::move(*patch));
    if (patches.size() == candidates_max) break;
  }
  return patches;
}

}  // namespace

std::vector<Patch> add_python_dependency(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  std::vector<Missing> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto& missing : missing_of(patient, project, occurrence)) {
      if (!is_among(missing, all)) all.push_back(std::move(missing));
    }
  }
  if (all.empty()) return {};
  if (all.size() == 1) return candidates_for(patient, all.front());
  // Several packages: one patch with each of them in its best place.
  Patch together;
  for (const auto& missing : all) {
    const PatchedTree tree(patient.tree, together);
    const auto patches = candidates_for({patient.diagnosis, tree, patient.rules}, missing);
    if (!patches.empty()) together = together.then(patches.front());
  }
  if (together.empty()) return {};
  return {together};
}

}  // namespace regreen
