// python.declare-import: a check of dependencies finds a module whose package the project of the file does not declare. It is
// declared there, whatever other projects of the repository do. No name is guessed: the check would take any.
//
//   packages/ingest/src/ingest/feed.py:2:1: DEP001 'dateutil' imported but missing from the dependency definitions

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/dependency_home.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/own_projects.h"
#include "mend/python/project.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

using Modules = std::set<std::string, std::less<>>;

constexpr auto folders_beside =
    std::to_array<std::string_view>({"docs", "doc", "scripts", "tools", "ci", "benchmarks", "examples", "samples"});

// What is in such a folder is for those who work on the project.
bool is_beside(std::string_view file) {
  return std::ranges::any_of(split(folder_of(file), '/'),
                             [](auto part) { return std::ranges::find(folders_beside, part) != folders_beside.end(); });
}

// Does what stands behind such a word not run in any case: try, `if TYPE_CHECKING`, `except ImportError`?
bool opens_choice(std::string_view word) {
  return word == "try" || word == "except" || word == "if" || word == "elif" || word == "else";
}

// The top-level modules that a file imports in any case.
Modules needed_modules(const PythonSource& source) {
  struct Block {
    std::size_t indent = 0;
    bool is_choice = false;  ///< or in one
  };
  Modules modules;
  std::vector<Block> around;
  const auto imports = imports_of(source);
  auto next = imports.begin();
  for (const auto& statement : source.statements()) {
    while (!around.empty() && around.back().indent >= statement.indent) around.pop_back();
    const bool is_in_choice = !around.empty() && around.back().is_choice;
    around.push_back({statement.indent, is_in_choice || opens_choice(source.text(statement.first))});
    for (; next != imports.end() && next->statement.begin <= statement.begin; ++next) {
      if (is_in_choice || next->shares_line) continue;
      if (next->is_from) modules.emplace(top_of(next->module));
      for (const auto& name : next->names) {
        if (!next->is_from) modules.emplace(top_of(name.name));
      }
    }
  }
  return modules;
}

class ImportDeclarer {
 public:
  explicit ImportDeclarer(const Patient& patient)
      : tree_(patient.tree),
        rules_(patient.rules),
        project_(patient.tree, patient.rules),
        projects_(own_projects(patient.tree)),
        homes_(dependency_homes(patient.tree)),
        draft_(patient.tree) {}

  void declare(const std::string& module, const std::string& file) {
    const auto* own = project_of(projects_, file);
    const auto folder = own == nullptr ? "" : own->folder;
    if (!is_needed(module, file)) return;
    const auto package = package_of(module, file);
    const auto* home = home_in(folder, is_test_file(file) ? Audience::tests : Audience::users);
    if (package.empty()) return;
    if (home == nullptr || declares(*home, package) || !declared_.emplace(home->file, package).second) return;
    const auto text = draft_.read(home->file);
    if (text) draft_.edit(home->file, home->add(*text, package));
  }

  std::vector<Patch> patches() const { return draft_.patches(); }

 private:
  // The file is installed, or a test, and does not run without the module.
  bool is_needed(const std::string& module, const std::string& file) {
    const auto [known, is_new] = needed_.try_emplace(file);
    if (is_new) {
      const bool is_installed =
          tree_.has(path_in(folder_of(file), "__init__.py")) || contains("/" + file, "/src/") || is_test_file(file);
      const auto text = is_installed && !is_beside(file) ? tree_.read(file) : std::nullopt;
      if (text) known->second = needed_modules(PythonSource(*text));
    }
    return known->second.contains(top_of(module));
  }

  // What is known for sure: packages of our table, and those that another place of the repository declares. "" for all others, and
  // for a module of the repository: where a sibling is taken from, its name alone does not say.
  std::string package_of(const std::string& module, const std::string& file) {
    const auto [known, is_new] = packages_.try_emplace(module);
    if (is_new) known->second = package_found(module, file);
    return known->second;
  }

  std::string package_found(const std::string& module, const std::string& file) const {
    const auto name = normalized_package(top_of(module));
    if (std::ranges::any_of(projects_, [&](const auto& one) { return has_import_package(tree_, one, name); }))
      return "";
    if (project_.is_own(module, {file}) || project_.is_standard(top_of(module))) return "";
    const auto& table = rules_.table("python-packages");
    if (const auto found = table.find(module); found != table.end()) return found->second;
    const bool is_declared = !contains(module, ".") && is_package_name(name) &&
                             std::ranges::any_of(homes_, [&](const auto& home) { return declares(home, name); });
    return is_declared ? name : "";
  }

  // Where the project that lies in a folder says what it needs.
  const DependencyHome* home_in(const std::string& folder, Audience audience) const {
    const auto found = std::ranges::find_if(homes_, [&](const auto& home) {
      const bool is_for_all = audience == Audience::tests || home.group.empty();
      return folder_of(home.file) == folder && home.audience == audience && is_for_all;
    });
    return found == homes_.end() ? nullptr : &*found;
  }

  const Tree& tree_;
  const RuleSet& rules_;
  PythonProject project_;
  std::vector<OwnProject> projects_;
  std::vector<DependencyHome> homes_;
  std::set<std::pair<std::string, std::string>> declared_;  ///< file and package
  std::map<std::string, Modules> needed_;                   ///< by file
  std::map<std::string, std::string> packages_;             ///< by module
  Draft draft_;
};

}  // namespace

std::vector<Patch> declare_python_import(const Patient& patient) {
  ImportDeclarer declarer(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto file = find_file(patient.tree, capture(occurrence, "file"));
    const std::string module(capture(occurrence, "module"));
    if (file && is_module_name(module)) declarer.declare(module, *file);
  }
  return declarer.patches();
}

}  // namespace regreen
