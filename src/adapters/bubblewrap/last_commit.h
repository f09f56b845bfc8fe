#pragma once

#include "model/last_commit.h"

#include <string>

namespace regreen {

/// What a commit of the repository changed. Empty where git cannot tell, where the commit has not just one parent here, and where
/// it is larger than the limits of LastCommit; binary files, links and submodules are left out, and paths that leave the tree.
LastCommit read_last_commit(const std::string& top, const std::string& commit);

}  // namespace regreen
