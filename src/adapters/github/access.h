#pragma once

#include "adapters/github/api.h"

#include <string>

namespace regreen {

/// What we may do in a repository.
struct RepositoryAccess {
  bool may_push = false;
};

Result<RepositoryAccess> access_to(GitHubApi& api, const std::string& repository);

}  // namespace regreen
