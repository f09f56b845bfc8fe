// python.declare-import: a check of dependencies finds a module whose package the project of the file does not declare. It is
// declared there, whatever other projects of the repository do; a package of the repository by the name of its project.
//
//   packages/ingest/src/ingest/feed.py:2:1: DEP001 'dateutil' imported but missing from the dependency definitions

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/dependency_home.h"
#include "mend/python/fixers.h"
#include "mend/python/own_projects.h"
#include "mend/python/project.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

class ImportDeclarer {
 public:
  explicit ImportDeclarer(const Patient& patient)
      : tree_(patient.tree),
        project_(patient.tree, patient.rules),
        projects_(own_projects(patient.tree)),
        homes_(dependency_homes(patient.tree)),
        draft_(patient.tree) {}

  void declare(const std::string& module, const std::string& file) {
    const auto* own = project_of(projects_, file);
    const auto folder = own == nullptr ? "" : own->folder;
    const auto package = package_of(module, file, folder);
    const auto* home = home_in(folder, is_test_file(file) ? Audience::tests : Audience::users);
    if (package.empty()) return;
    if (home == nullptr || regreen::declares(*home, package) || !declared_.emplace(home->file, package).second) return;
    const auto text = draft_.read(home->file);
    if (text) draft_.edit(home->file, home->add(*text, package));
  }

  std::vector<Patch> patches() const { return draft_.patches(); }

 private:
  // "" for a module of the project itself, and where no package is known to have it.
  std::string package_of(const std::string& module, const std::string& file, const std::string& folder) const {
    const auto name = normalized_package(top_of(module));
    for (const auto& one : projects_) {
      if (has_import_package(tree_, one, name)) return one.folder == folder ? "" : one.name;
    }
    return project_.package_of(module, {file}).value_or("");
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
  PythonProject project_;
  std::vector<OwnProject> projects_;
  std::vector<DependencyHome> homes_;
  std::set<std::pair<std::string, std::string>> declared_;  ///< file and package
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
