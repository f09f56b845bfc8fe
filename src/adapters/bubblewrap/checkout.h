#pragma once

#include "base/result.h"
#include "model/last_commit.h"

#include <string>
#include <vector>

namespace regreen {

/// What git knows about the user's repository. Reading it changes nothing there.
struct Checkout {
  std::string top;                   ///< its folder: absolute, without links
  std::string git_folder;            ///< of this working tree: index, HEAD
  std::string common_folder;         ///< shared by all working trees: objects, refs
  std::string head;                  ///< the commit
  std::string branch;                ///< its full ref name; empty where HEAD is detached
  std::vector<std::string> files;    ///< tracked and untracked, not ignored; sorted; links included, submodules not
  std::vector<std::string> ignored;  ///< files and whole folders, without a last '/'
  std::vector<std::string> nested;   ///< submodules and other repositories inside
  LastCommit last_commit;            ///< what `head` changed
};

/// Asks git. Errors say what to do: no repository, a bare one, one without a commit, not its top folder, no git.
Result<Checkout> read_checkout(const std::string& path);

/// The folders that a repository's objects are in: its own first, then those that it borrows from.
std::vector<std::string> object_folders(const Checkout& checkout);

}  // namespace regreen
