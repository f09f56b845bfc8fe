#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Is a path that of a workflow of GitHub Actions?
bool is_workflow_path(std::string_view path);

/// The name that a workflow says it has; nothing where it says none, or is no YAML mapping.
std::optional<std::string> workflow_name(std::string_view text);

}  // namespace regreen
