#pragma once

#include "adapters/github/app.h"
#include "cli/terminal.h"

#include <string>

namespace regreen {

/// Where GitHub is and who we are there, as the environment says: a GitHub App ($GITHUB_APP_ID with $GITHUB_APP_PRIVATE_KEY, PEM or the
/// path of a file with it), else $GITHUB_TOKEN, else $GH_TOKEN; at $GITHUB_API_URL. Borrows `clock` and `progress`.
Result<GitHubSettings> github_account(const std::string& repository, Access access, Clock& clock, Progress& progress);

}  // namespace regreen
