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

/// The tree of a commit that was made on top of the built one and whose message has this trailer; nothing where it was not.
Result<std::optional<std::string>> tree_made_for(GitHubApi& api, const RemoteRun& run, const std::string& commit,
                                                 const std::string& trailer);

/// The files of the built commit with a patch on top, as a tree; answers its name.
Result<std::string> make_tree(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built, const Patch& patch);

/// Makes a commit of a tree on top of the built one, on no branch yet, and answers its name. GitHub signs what an App
/// makes this way, and its checks run.
Result<std::string> make_commit(GitHubApi& api, const RemoteRun& run, const std::string& tree,
                                const std::string& message);

}  // namespace regreen
