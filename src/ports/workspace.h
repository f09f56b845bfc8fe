#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/attempt.h"
#include "model/patch.h"
#include "model/tree.h"

namespace regreen {

/// How much a command may use before it is ended. Every one is enforced; the defaults are meant for a CI job.
struct Limits {
  double time_s = 900;
  std::uint64_t memory_mb = 4096;
  std::uint64_t processes = 512;
  std::uint64_t disk_mb = 4096;     ///< written by the command, caches included
  std::uint64_t output_kb = 16384;  ///< kept; more is read and the middle left out
};

enum class Network { none, allowed };

/// A command line for `bash -c` in the root of the repository.
struct Command {
  std::string line;
  Limits limits;
  Network network = Network::none;
};

/// A private copy of a repository in a sandbox: the state that the failure happened in, plus the user's uncommitted
/// and untracked files. What runs there changes neither the repository nor the machine, and every call starts from
/// the same state. One thread at a time.
class Workspace {
 public:
  virtual ~Workspace() = default;

  /// The files as they are before any patch. Lives as long as the workspace.
  virtual const Tree& tree() const = 0;

  /// Runs a command with a patch applied. A command that fails is an answer; an Error is our own trouble.
  virtual Result<Rehearsal> rehearse(const Patch& patch, const Command& command) = 0;

  /// Runs a tool with a patch applied and answers what it changed on top, ignored files left out. `ended` tells how it
  /// went: formatters and linters change files and fail all the same.
  struct ToolRun {
    Rehearsal ended;
    Patch changes;
  };
  virtual Result<ToolRun> run(const Patch& patch, const Command& tool) = 0;
};

}  // namespace regreen
