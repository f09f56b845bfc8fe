#pragma once

#include <string_view>

namespace regreen {

/// Are we a step of GitHub Actions?
bool is_step();

/// There, hands outputs to the steps after ours ($GITHUB_OUTPUT) and a summary to people ($GITHUB_STEP_SUMMARY). Elsewhere
/// nothing happens. What cannot be written is told, and is no reason to fail.
void tell_actions(std::string_view outputs, std::string_view summary);

}  // namespace regreen
