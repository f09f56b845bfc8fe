#pragma once

#include "adapters/github/app.h"
#include "adapters/github/run.h"
#include "adapters/local/journal.h"
#include "adapters/system/clock.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "ports/forge.h"
#include "ports/workspace.h"

#include <memory>
#include <string>

namespace regreen {

/// The repository on GitHub that is meant: the one that is named, else the environment's, else that of the folder's origin.
Result<std::string> repository_of(const RemoteOptions& options, const std::string& here);

/// A run on GitHub, as commands need it: its log and its code, in a folder that goes when this dies, or at the next start.
class Remote {
 public:
  /// Finds the run. Errors: it is not completed; `here` (a folder) has no origin on GitHub where no repository was named.
  static Result<std::unique_ptr<Remote>> open(const RemoteOptions& options, const std::string& here, Access access,
                                              Progress& progress);

  const RemoteRun& run() const { return run_; }

  /// It as a Forge; what is not delivered to GitHub goes to `local`. Borrows both, and this. `tell` hears where a proposal can be seen.
  std::unique_ptr<Forge> forge(Forge& local, std::function<void(std::string_view)> tell);

  /// Its own workflow as what verifies a repair of the case with this id; all else happens in `local`. Borrows that, and this.
  Result<std::unique_ptr<Workspace>> ci(Workspace& local, const std::string& log, const CaseId& id);

  /// Its log, as a path to read.
  Result<std::string> log();

  /// A checkout of the commit that it built.
  Result<std::string> checkout();

  /// What came in since the workflow was green, for people; "" where GitHub does not tell.
  std::string since_green();

  /// The configuration that binds it: a file with what the default branch says; empty where that says nothing. What a run built
  /// does not decide what may be done about it.
  Result<std::string> configuration();

  /// A file of the default branch; nothing where it has none.
  Result<std::optional<std::string>> read(const std::string& path);

 private:
  Remote(GitHubApi api, RemoteRun run, std::unique_ptr<Bench> bench, Progress& progress, std::unique_ptr<Clock> clock)
      : clock_(std::move(clock)),
        api_(std::move(api)),
        run_(std::move(run)),
        bench_(std::move(bench)),
        progress_(progress) {}

  std::unique_ptr<Clock> clock_;
  GitHubApi api_;
  RemoteRun run_;
  std::unique_ptr<Bench> bench_;
  Progress& progress_;
};

}  // namespace regreen
