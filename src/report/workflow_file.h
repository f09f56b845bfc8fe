#pragma once

#include <string>
#include <vector>

namespace regreen {

/// A workflow of GitHub Actions that heals the failed runs of others: one job mends and proves, in the sandbox, and may change nothing;
/// another may write, and runs nobody's code. `action` is "OWNER/NAME@COMMIT".
std::string workflow_file(const std::vector<std::string>& workflows, const std::string& action);

/// A `.github/regreen.yml` that says the defaults, and what else can be said.
std::string configuration_file();

}  // namespace regreen
