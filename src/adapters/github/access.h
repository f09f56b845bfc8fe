#pragma once

#include "adapters/github/api.h"

#include <string>

namespace regreen {

/// May we push to a repository?
Result<bool> may_push(GitHubApi& api, const std::string& repository);

}  // namespace regreen
