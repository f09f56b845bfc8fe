#pragma once

#include "adapters/github/api.h"

#include <string>

namespace regreen {

/// A GitHub App: who it is, and the key that proves it.
struct AppKey {
  std::string id;  ///< of the App, or its client id
  Secret key;      ///< PEM
};

/// What a token is wanted for.
enum class Access {
  read,   ///< runs, logs and code
  write,  ///< … and branches, pull requests, comments, checks, and having jobs run again
};

/// A token of the App's installation in a repository: for that repository alone, and of what `access` needs only what the
/// installation was granted. GitHub ends it after an hour. `not_found` where the App is not installed there.
Result<LentToken> lend_token(const GitHubSettings& server, const AppKey& app, const std::string& repository,
                             Access access, Clock& clock);

}  // namespace regreen
