#pragma once

#include "adapters/github/run.h"
#include "model/proposal.h"

namespace regreen {

/// Puts the repair of a run on a branch of its own and opens a draft pull request for it, against the branch that was built.
/// Answers its address. Doing so again, from anywhere, finds what is there: the branch by its commit, the request by the mark
/// in its text. `denied`
/// where the branch has newer commits than the run, or is gone, and where the run is of a fork; nothing is changed then.
Result<std::string> open_pull_request(GitHubApi& api, const RemoteRun& run, const Proposal& proposal);

/// Puts the repair of a run on top of the branch that was built, as one commit, if it still is where it was. `denied` for the
/// repository's default branch. Doing so again finds the commit there.
Result<void> push_to_branch(GitHubApi& api, const RemoteRun& run, const Proposal& proposal);

}  // namespace regreen
