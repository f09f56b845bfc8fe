#pragma once

#include "adapters/github/run.h"

#include <span>
#include <string>
#include <vector>

namespace regreen {

/// What came in between the last green run of a workflow and one that failed.
struct Suspects {
  struct Change {
    std::string commit, title, author;
  };
  std::string green_url;             ///< of that run
  std::size_t count = 0;             ///< of all commits
  std::vector<Change> changes;       ///< the newest first, a few
  std::vector<std::string> touched;  ///< of the files that the failure names, those that changed
};

/// Compares a failed run with the last green one of its workflow on the same branch, else on the one that it is to be merged into.
/// Nothing where none was green, or nothing came in. `named` are the files that the failure names. Two or three reads.
Result<std::optional<Suspects>> suspects_of(GitHubApi& api, const RemoteRun& run, std::span<const std::string> named);

/// It for people, as Markdown that is as good to read on a terminal. What comes from commits is within code spans.
std::string text_of(const Suspects& suspects);

}  // namespace regreen
