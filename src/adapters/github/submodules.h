#pragma once

#include "adapters/github/api.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Fetches the submodules of a checkout of a repository, each at the commit that is asked for; theirs are not. Only from the
/// same server: what a repository says leads to no other host. Answers why those that stay empty do, a line for each.
Result<std::vector<std::string>> fetch_submodules(GitHubApi& api, const std::string& repository,
                                                  const std::string& folder);

/// The repository on a server ("https://github.com") that a submodule's address means: "../lib.git", "https://…", "git@…:o/n".
/// Relative ones begin at the repository that has it. Nothing where it is elsewhere.
std::optional<std::string> repository_meant(std::string_view address, const std::string& server,
                                            std::string_view repository);

}  // namespace regreen
