#pragma once

#include "verify/task.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A tool that a job had set up, and in which version.
struct AskedTool {
  std::string name;     ///< "python"
  std::string version;  ///< as the workflow has it: "3.9", "lts/*", "^20"
  std::string by;       ///< the action: "actions/setup-python"

  bool operator==(const AskedTool&) const = default;
};

/// The tools that steps set up by well-known actions.
std::vector<AskedTool> tools_of(const std::vector<Task>& tasks);

/// A script that prints which versions of these a machine has.
std::string version_question(const std::vector<AskedTool>& tools);

/// What a command has to be told in front of it, given the answer to that question: comments on what differs, and where the
/// very version that was asked for has a name of its own ("python3.9"), a PATH that puts it first.
std::string fitted_to(const std::vector<AskedTool>& tools, std::string_view answer);

}  // namespace regreen
