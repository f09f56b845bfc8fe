#pragma once

#include "base/result.h"
#include "ports/forge.h"

#include <memory>
#include <string>

namespace regreen {

/// A repository and a log on this disk.
struct LocalForgeSettings {
  std::string repository;    ///< a folder
  std::string log;           ///< file, folder, or "-"; may stay empty where nothing is fetched
  std::string state_folder;  ///< journals lie here
};

/// The user's own repository as a Forge: fetch() opens the log, apply() writes a patch file, changes the working tree
/// or commits on the current branch. First settles what a killed process left (see journal.h). Refusals of apply()
/// are `denied` and change nothing.
Result<std::unique_ptr<Forge>> open_local_forge(LocalForgeSettings settings);

}  // namespace regreen
