#pragma once

#include "adapters/github/run.h"

#include <string>

namespace regreen {

/// Fills a new folder with the commit that a run built: that commit alone, no hooks, no submodules, no large files. The token
/// is handed to git by a helper that reads it from git's own environment: it is in no argument, address, file or message.
Result<void> check_out(GitHubApi& api, const RemoteRun& run, const std::string& folder);

/// Where GitHub's git server is, by its API's address: "https://github.com", "https://HOST" of an Enterprise server.
std::string git_server(const std::string& api_url);

}  // namespace regreen
