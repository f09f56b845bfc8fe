#pragma once

#include "model/last_commit.h"

#include <string>

namespace regreen {

/// What a commit of the repository changed since its first parent: of a merge all that it brought, as in what a forge builds of a
/// request. Empty where git cannot tell, where the commit has no parent here, and where it is larger than the limits of LastCommit; binary files, links and submodules are left out, and paths that leave the tree.
LastCommit read_last_commit(const std::string& top, const std::string& commit);

}  // namespace regreen
