#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace regreen {

/// A repository on this disk, as it is now.
struct LocalRepository {
  std::string path;    ///< absolute, without links
  std::string head;    ///< its commit; empty without git or before the first commit
  std::string branch;  ///< "main"; empty where HEAD is detached
  bool dirty = false;  ///< tracked files differ from the commit, or untracked ones are there
};

/// Looks at a folder; that it is no git repository is an answer. Errors: it is missing, or is not a folder.
Result<LocalRepository> identify(const std::string& path);

}  // namespace regreen
