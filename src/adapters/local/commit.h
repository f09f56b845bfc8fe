#pragma once

#include "adapters/local/journal.h"
#include "base/result.h"
#include "model/patch.h"

#include <string>

namespace regreen {

/// The existing files of a patch that differ from HEAD: somebody's work that is not committed. A file that HEAD does
/// not have is one.
Result<std::vector<std::string>> uncommitted_files(const std::string& repository, const Patch& patch);

/// Does HEAD have the files of a patch as they are after it?
Result<bool> is_committed(const std::string& repository, const Patch& patch);

/// Why nothing can be committed now: detached HEAD, a merge, rebase … in progress, staged edits of these files,
/// another git at work.
Result<void> check_committable(const std::string& repository, const Patch& patch);

/// Makes a commit of HEAD and the patch, in the object store alone: `scratch` is a folder for its index. The branch is
/// not moved yet.
Result<BranchMove> make_commit(const std::string& repository, const Patch& patch, const std::string& message,
                               const std::string& scratch);

/// Moves the branch, if it still is where it was, and takes the files over into the user's index; whatever else is
/// staged stays. No hooks run.
Result<void> move_branch(const std::string& repository, const BranchMove& move);
Result<void> update_index(const std::string& repository, const Patch& patch, const std::string& commit);

/// Is the move made: is its new commit the branch's, or an ancestor of it?
Result<bool> is_moved(const std::string& repository, const BranchMove& move);

}  // namespace regreen
