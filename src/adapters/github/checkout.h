#pragma once

#include "adapters/github/api.h"

#include <string>

namespace regreen {

/// Fills a new folder, or an empty one, with a commit of a repository: no commits but that one and those right before it, which tell
/// what it changed; no hooks, no submodules, no large files. The token is handed to git by a helper that reads it from git's own
/// environment: it is in no argument, address, file or message.
Result<void> check_out(GitHubApi& api, const std::string& repository, const std::string& commit,
                       const std::string& folder);

/// Where GitHub's git server is, by its API's address: "https://github.com", "https://HOST" of an Enterprise server.
std::string git_server(const std::string& api_url);

}  // namespace regreen
