#pragma once

#include "base/result.h"
#include "ports/workspace.h"

#include <memory>
#include <string>
#include <vector>

namespace regreen {

/// How commands are run.
struct WorkspaceSettings {
  enum class Isolation {
    sandbox,  ///< in bubblewrap, or not at all
    none,     ///< in the private copy alone: they can read and write whatever the user can
  };
  enum class Layering {
    overlay,  ///< where the kernel can, else copies
    copies,   ///< for tests, and kernels that cannot
  };

  std::string state_folder;                 ///< private copies lie here, never in the repository
  std::vector<std::string> environment;     ///< "NAME=value": what regreen was started with
  std::vector<std::string> more_variables;  ///< names that the user lets in beside the tool-chain's
  Isolation isolation = Isolation::sandbox;
  Layering layering = Layering::overlay;
  std::string bubblewrap = {};  ///< the program; empty: looked for
};

/// Makes the private copy of a repository and sees whether the sandbox works here; `denied` says what is missing.
/// The user's repository is read only now. The copy lives as long as the workspace.
Result<std::unique_ptr<Workspace>> open_workspace(const std::string& repository, WorkspaceSettings settings);

}  // namespace regreen
