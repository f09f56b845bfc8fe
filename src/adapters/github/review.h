#pragma once

#include "adapters/github/run.h"
#include "model/proposal.h"

#include <optional>
#include <string>

namespace regreen {

/// Suggests a repair in the lines of the pull request that a run is of, in one review. Answers its address; nothing where that is not
/// wanted, or the repair does not lie in what the pull request changes. One for a failure and a pull request, whoever comes and how often:
/// it is written as a draft, of which GitHub allows one, and sent when there is no other. `denied` where the branch has newer commits.
Result<std::optional<std::string>> suggest(GitHubApi& api, const RemoteRun& run, const Proposal& proposal);

}  // namespace regreen
