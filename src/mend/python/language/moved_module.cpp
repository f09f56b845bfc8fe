#include "mend/python/language/moved_module.h"

#include "mend/text/moved_file.h"
#include "model/last_commit.h"

namespace regreen {

std::optional<std::string> moved_module(const Patient& patient, const PythonProject& project,
                                        const std::string& module) {
  for (const auto& [path, before] : patient.last_commit.before) {
    if (!before || !path.ends_with(".py") || project.module_of(path) != module) continue;
    const auto file = moved_file(patient, path);
    if (!file || !file->ends_with(".py") || is_test_file(*file)) return std::nullopt;
    const auto home = project.module_of(*file);
    return is_module_name(home) && home != module ? std::optional(home) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace regreen
