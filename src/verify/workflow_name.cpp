#include "verify/workflow_name.h"

#include "base/text.h"

#include <yaml-cpp/yaml.h>

namespace regreen {

bool is_workflow_path(std::string_view path) {
  return glob_matches(".github/workflows/*.yml", path) || glob_matches(".github/workflows/*.yaml", path);
}

std::optional<std::string> workflow_name(std::string_view text) {
  try {
    const YAML::Node workflow = YAML::Load(std::string(text));
    if (!workflow.IsMap() || !workflow["name"] || !workflow["name"].IsScalar()) return std::nullopt;
    return workflow["name"].Scalar();
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

}  // namespace regreen
