#pragma once

#include "base/result.h"
#include "model/attempt.h"
#include "model/command.h"
#include "model/last_commit.h"
#include "model/patch.h"
#include "model/tree.h"

#include <stop_token>

namespace regreen {

/// A private copy of a repository in a sandbox: the state that the failure happened in, plus the user's uncommitted
/// and untracked files. What runs there changes neither the repository nor the machine, and every call starts from
/// the same state. One thread at a time, but for what is_private() says.
class Workspace {
 public:
  virtual ~Workspace() = default;

  /// The files as they are before any patch. Lives as long as the workspace.
  virtual const Tree& tree() const = 0;

  /// What the newest commit changed, whatever lies uncommitted on it. Lives as long as the workspace.
  virtual const LastCommit& last_commit() const = 0;

  /// May several threads call rehearse() and run() at once for such commands, which do not notice each other? Those that
  /// share a network would meet at its ports.
  virtual bool is_private(const Command& command) const = 0;

  /// Runs a command with a patch applied. A command that fails is an answer; an Error is our own trouble. Once a stop is
  /// requested it ends as soon as it can, as `stopped`.
  virtual Result<Rehearsal> rehearse(const Patch& patch, const Command& command, const std::stop_token& stop = {}) = 0;

  /// Runs a tool with a patch applied and answers what it changed on top, ignored files left out. `ended` tells how it
  /// went: formatters and linters change files and fail all the same.
  struct ToolRun {
    Rehearsal ended;
    Patch changes;
  };
  virtual Result<ToolRun> run(const Patch& patch, const Command& tool, const std::stop_token& stop = {}) = 0;
};

}  // namespace regreen
