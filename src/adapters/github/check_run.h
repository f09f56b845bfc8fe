#pragma once

#include "adapters/github/run.h"
#include "model/proposal.h"

#include <string_view>

namespace regreen {

/// Says why a run failed in a check run of its commit: neutral, as it adds nothing red, with the proposal's remarks beside the code, and
/// `more` below the text. One for each workflow of a commit, which is edited in place; nothing is sent where it says so already. Nothing
/// is done where it is not wanted, or we may not.
Result<void> write_check(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, std::string_view more);

}  // namespace regreen
