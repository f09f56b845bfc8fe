#pragma once

#include "adapters/github/run.h"
#include "model/proposal.h"

#include <optional>
#include <string>

namespace regreen {

/// What is known of the commit that a run built.
struct BuiltCommit {
  std::string tree;
  std::string author;  ///< their login; empty where GitHub knows none, and of bots
};

/// The name of a branch within a path: its slashes stay.
std::string escaped_path(std::string_view name);

Result<BuiltCommit> built_commit(GitHubApi& api, const RemoteRun& run);

/// The commit that a branch is at; nothing where there is no such branch.
Result<std::optional<std::string>> find_branch(GitHubApi& api, const RemoteRun& run, const std::string& branch);

/// The built commit, where it is still the newest of its branch. `denied` where it is not, or the branch is gone.
Result<BuiltCommit> newest_commit(GitHubApi& api, const RemoteRun& run);

/// Was a commit made on top of the built one for this proposal's case?
Result<bool> is_made_for(GitHubApi& api, const RemoteRun& run, const std::string& commit, const Proposal& proposal);

/// Makes a commit of the proposal on top of the built one, on no branch yet, and answers its name. GitHub signs what an App
/// makes this way, and its checks run.
Result<std::string> make_commit(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built,
                                const Proposal& proposal);

/// The branch that a repair of this run has: named by when the run began, so that everyone who heals it comes to the same
/// name ("fix/auto-20260131-120000"), and where another run has taken that, by its id too.
struct OwnBranch {
  std::string name;
  bool was_there = false;  ///< with a commit for this very case
};

/// Makes the branch, with the commit. Of several who do so at once one succeeds; the others find it there.
Result<OwnBranch> make_own_branch(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built,
                                  const Proposal& proposal);

/// Removes a branch of ours that nobody was told of. It may stay where GitHub does not allow that.
void remove_branch(GitHubApi& api, const RemoteRun& run, const std::string& name);

}  // namespace regreen
