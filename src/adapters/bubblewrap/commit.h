#pragma once

#include "model/patch.h"

#include <string>

namespace regreen {

/// What a shell does in a copy before a command that tries a patch: the patch becomes part of the last commit, as it will be where
/// CI runs it. Many checks make files anew and ask git whether they differ from what was committed. The commit's parent stays
/// (`git diff HEAD~1` means the same as before). It says nothing, and where git is missing or unwilling, nothing happens.
/// "" for an empty patch.
std::string commit_first(const Patch& patch);

}  // namespace regreen
