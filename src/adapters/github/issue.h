#pragma once

#include "adapters/github/run.h"
#include "model/proposal.h"

#include <optional>

namespace regreen {

/// An issue that tracks a failure.
struct TrackingIssue {
  std::uint64_t number = 0;
  std::string url;
};

/// The first open one for a proposal's failure, whichever run it was opened for.
Result<std::optional<TrackingIssue>> find_issue(GitHubApi& api, const std::string& repository,
                                                const Proposal& proposal);

/// Opens one with the proposal's text of it, or finds it open. Of several who do so at once the first one's stays.
Result<TrackingIssue> track(GitHubApi& api, const RemoteRun& run, const Proposal& proposal);

}  // namespace regreen
