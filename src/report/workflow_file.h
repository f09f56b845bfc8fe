#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where they lie in a repository.
inline constexpr std::array<std::string_view, 2> workflow_paths = {".github/workflows/regreen.yml",
                                                                   ".github/workflows/regreen-deliver.yml"};

struct WorkflowFile {
  std::string_view path;
  std::string text;
};

enum class WorkflowForm {
  one,  ///< with two jobs
  two,  ///< workflows, which share no run
};

/// GitHub Actions that heal the failed runs of workflows: one job mends and proves, in the sandbox, and may change nothing;
/// another may write, and runs nobody's code. `action` is "OWNER/NAME@COMMIT".
std::vector<WorkflowFile> workflow_files(const std::vector<std::string>& workflows, const std::string& action,
                                         WorkflowForm form);

/// A `.github/regreen.yml` that says the defaults, and what else can be said.
std::string configuration_file();

}  // namespace regreen
