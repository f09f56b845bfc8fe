#pragma once

#include "adapters/github/run.h"
#include "ports/forge.h"

#include <functional>
#include <memory>
#include <string_view>

namespace regreen {

/// A run of GitHub as a Forge: what is delivered to GitHub goes there, everything else to `local`, which also reads the log.
/// Borrows both. `tell` hears where a proposal can be seen.
std::unique_ptr<Forge> make_github_forge(GitHubApi& api, RemoteRun run, Forge& local,
                                         std::function<void(std::string_view)> tell);

}  // namespace regreen
