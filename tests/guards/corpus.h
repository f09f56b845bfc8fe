#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/patch.h"

namespace regreen {

/// A patch of the corpus of cheats and honest repairs.
struct PatchCase {
  bool cheat = false;
  std::string kind;    ///< "skip-marker"
  std::string remedy;  ///< the id of the remedy that made it; mostly none
  std::string place;   ///< file and line of the corpus
  std::string group;   ///< when it was written, see README.md
  std::string seed;    ///< the project that it changes
  Patch patch;
};

/// Reads a file of cases for the projects in `seeds`; README.md tells the format.
Result<std::vector<PatchCase>> read_cases(const std::filesystem::path& file, const std::filesystem::path& seeds);

}  // namespace regreen
