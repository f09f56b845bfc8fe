#pragma once

#include "model/case.h"
#include "model/command.h"
#include "ports/workspace.h"

#include <string>
#include <vector>

namespace regreen {

/// One thing that a proof says, looked at again.
struct Recheck {
  std::string what;  ///< "the command before the repair"
  std::string then;  ///< what the proof says: "exit 1"
  std::string now;
  bool holds() const { return then == now; }
};

/// Looks at the proof of a patched Case again: `workspace` is the commit that it started from. The files are those that
/// the repair was made for, the command fails without it as it did then, and passes with it. Stops at the first that
/// does not hold, since nothing behind it would mean anything.
Result<std::vector<Recheck>> replay(const Case& one, Workspace& workspace, const Limits& limits, Network network);

}  // namespace regreen
