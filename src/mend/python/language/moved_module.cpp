#include "mend/python/language/moved_module.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/import.h"
#include "mend/text/moved_file.h"
#include "mend/text/near_path.h"
#include "mend/text/set_aside.h"
#include "model/last_commit.h"

#include <algorithm>

namespace regreen {
namespace {

/// Weighs whether who asks for a module may ask for it in another place.
class ModuleMove {
 public:
  ModuleMove(const Patient& patient, const PythonProject& project, const std::string& from, const std::string& to)
      : patient_(patient), project_(project), from_(from), to_(to), home_(project.module_of(to)) {}

  std::string home() const {
    if (!to_.ends_with(".py") || is_test_file(to_) || is_vendored(to_) || !may_stand_for(to_, from_)) return "";
    if (!is_module_name(home_) || is_set_aside(leaf_of(home_), leaf_of(project_.module_of(from_)))) return "";
    return means_others() || (is_below() && is_new_folder() && !is_asked_for()) ? "" : home_;
  }

 private:
  bool means_others() const {
    if (folder_of(from_) == folder_of(to_)) return false;
    const auto text = patient_.tree.read(to_);
    return !text || std::ranges::any_of(imports_of(PythonSource(*text)),
                                        [](const PyImport& one) { return one.module.starts_with('.'); });
  }

  bool is_below() const {
    const auto folder = folder_of(from_);
    return !folder.empty() && folder_of(to_).starts_with(std::string(folder) + "/");
  }

  bool is_new_folder() const {
    const auto folder = std::string(folder_of(to_)) + "/";
    return std::ranges::all_of(patient_.tree.list(), [&](const auto& path) {
      const auto changed = patient_.last_commit.before.find(path);
      return !path.starts_with(folder) || (changed != patient_.last_commit.before.end() && !changed->second);
    });
  }

  // Does another file that the commit changed import the module from its new place?
  bool is_asked_for() const {
    return std::ranges::any_of(patient_.last_commit.before, [&](const auto& changed) {
      const auto& file = changed.first;
      const auto text = file == to_ || !file.ends_with(".py") ? std::nullopt : patient_.tree.read(file);
      return text && std::ranges::any_of(imports_of(PythonSource(*text)),
                                         [&](const auto& one) { return asks_for_home(file, one); });
    });
  }

  bool asks_for_home(const std::string& file, const PyImport& one) const {
    if (one.is_from && project_.imported_module(file, one.module) == home_) return true;
    return std::ranges::any_of(one.names,
                               [&](const auto& name) { return project_.imported_name(file, one, name) == home_; });
  }

  const Patient& patient_;
  const PythonProject& project_;
  const std::string &from_, &to_;
  std::string home_;
};

}  // namespace

std::optional<std::string> moved_module(const Patient& patient, const PythonProject& project,
                                        const std::string& module) {
  for (const auto& [path, before] : patient.last_commit.before) {
    if (!before || !path.ends_with(".py") || project.module_of(path) != module) continue;
    const auto file = file_of_same_text(patient, path);
    if (!file || project.module_of(*file) == module) return std::nullopt;
    return ModuleMove(patient, project, path, *file).home();
  }
  return std::nullopt;
}

bool was_beside(const Patient& patient, const PythonProject& project, const std::string& module,
                const std::string& other) {
  const auto& before = patient.last_commit.before;
  const bool was_there = std::ranges::any_of(before, [&](const auto& one) {
    return one.second && one.first.ends_with(".py") && project.module_of(one.first) == module;
  });
  const auto file = project.file_of(other);
  const auto changed = file ? before.find(*file) : before.end();
  return was_there && (changed == before.end() || changed->second);
}

}  // namespace regreen
