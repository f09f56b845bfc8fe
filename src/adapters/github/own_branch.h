#pragma once

#include "adapters/github/commit.h"

namespace regreen {

/// The branch that a repair of a run has: named by when the run began, so that everyone who heals it comes to the same
/// name ("fix/auto-20260131-120000"), and where another run has taken that, by its id too.
struct OwnBranch {
  std::string name;
  std::string commit;      ///< of the repair
  bool was_there = false;  ///< somebody had made it before, with the very files of the repair, or a request for it
};

/// Makes the branch, with the commit of a proposal. Of several who do so at once one succeeds; the others find it there. One
/// with another attempt at the same case, which no request was opened for, is replaced. `denied` where the names are taken.
Result<OwnBranch> make_own_branch(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built,
                                  const Proposal& proposal);

/// Removes a branch of ours that nobody was told of. It may stay where GitHub does not allow that.
void remove_branch(GitHubApi& api, const RemoteRun& run, const std::string& name);

}  // namespace regreen
