#pragma once

#include "adapters/github/run.h"
#include "ports/workspace.h"

#include <functional>
#include <memory>
#include <string>

namespace regreen {

/// What a workspace needs whose checks are a run's own workflow. All of it is borrowed.
struct CiSettings {
  GitHubApi& api;
  const RemoteRun& run;
  Workspace& local;     ///< runs everything else
  std::string log;      ///< of the run, as text
  std::string trailer;  ///< the line of a commit message that names the case
  std::string scratch;  ///< a folder for logs of attempts
  std::function<Result<std::string>(const std::string& path)> text;  ///< of such a log
  std::function<void(std::string_view)> tell;                        ///< hears where an attempt can be watched
};

/// How the checks of a run are called as a command. No shell knows it.
std::string ci_command(const RemoteRun& run);

/// A workspace in which `ci_command` is what CI itself makes of a patch: that is pushed to the run's own branch, where no
/// request is opened yet, and what the same workflow says of it is the answer; its log is the output. Without a patch the answer
/// is the run. An attempt that failed leaves no branch. Doing so again, after an interruption too, finds the branch and its run.
/// Errors: `denied` where the run is of a fork, its branch has moved, or no workflow builds ours.
std::unique_ptr<Workspace> make_ci_workspace(CiSettings settings);

}  // namespace regreen
