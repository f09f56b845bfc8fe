#pragma once

#include "adapters/github/run.h"
#include "ports/forge.h"

#include <functional>
#include <memory>
#include <string_view>

namespace regreen {

/// What a run of GitHub needs to be a Forge. All of it is borrowed.
struct GitHubForgeSettings {
  GitHubApi& api;
  const RemoteRun& run;
  Forge& local;         ///< reads the run's log, and takes what is not delivered to GitHub
  std::string scratch;  ///< a folder for logs of other runs
  std::function<Result<std::unique_ptr<Source>>(const std::string& path)> open;  ///< reads those
  std::function<void(std::string_view)> tell;                                    ///< hears where a proposal can be seen
};

/// A run of GitHub as a Forge.
std::unique_ptr<Forge> make_github_forge(GitHubForgeSettings settings);

}  // namespace regreen
