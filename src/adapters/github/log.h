#pragma once

#include "adapters/github/run.h"

#include <string>

namespace regreen {

/// Puts the logs of a run into an existing folder: the ZIP of all its jobs, or where GitHub has none, a broken one
/// or one that lacks a failed job, the log of each failed job. Answers the path to read: a file, or the folder. `not_found` where the logs are gone.
Result<std::string> download_log(GitHubApi& api, const RemoteRun& run, const std::string& folder);

}  // namespace regreen
