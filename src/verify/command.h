#pragma once

#include "base/result.h"
#include "model/diagnosis.h"
#include "model/tree.h"
#include "verify/toolchain.h"

#include <string>
#include <vector>

namespace regreen {

/// A command that proves a repair, and the tools that its job had set up for it.
struct FoundCommand {
  std::string line;
  std::vector<AskedTool> tools;
};

/// The command whose failure was diagnosed, for bash in the root of the repository: the failed step of its workflow file with
/// its shell, folder and variables, matrix values filled in, after the steps that build what it needs; else what projects of
/// this kind run. What only the run knew (`${{ secrets.X }}`) is told in comments. `invalid` where there is no command.
Result<FoundCommand> find_command(const Diagnosis& diagnosis, const Tree& tree);

}  // namespace regreen
