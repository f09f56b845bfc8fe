#pragma once

#include "adapters/github/api.h"
#include "model/situation.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// A pull request of ours: from a branch of the repository itself that is named as ours are.
struct OwnRequest {
  std::uint64_t number = 0;
  std::string url, branch, base, text;
  ProposalState state = ProposalState::open;
  Timestamp merged;          ///< if it is
  bool is_reverted = false;  ///< a request that reverts it was merged after it
  std::string rejection;     ///< the label that says why it is not wanted: of rejections(); empty: none does
  bool is_bare = false;      ///< it is open and has no label: whoever opened it was interrupted
};

/// What the names of our branches begin with.
constexpr std::string_view own_branch_prefix = "fix/auto-";
bool is_own_branch(std::string_view branch);

/// Our requests against a branch, open or not, newest first; as many as one page has.
Result<std::vector<OwnRequest>> own_requests(GitHubApi& api, const std::string& repository, const std::string& base);

/// The newest request that a branch of ours has.
Result<std::optional<OwnRequest>> request_of_branch(GitHubApi& api, const std::string& repository,
                                                    const std::string& branch);

/// Marks a request as one whose checks are green. Doing so twice changes nothing.
Result<void> confirm(GitHubApi& api, const std::string& repository, const OwnRequest& request);

/// Closes a request; the branch stays. Doing so twice changes nothing.
Result<void> close(GitHubApi& api, const std::string& repository, const OwnRequest& request);

}  // namespace regreen
