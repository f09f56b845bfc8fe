#pragma once

#include <string>

namespace regreen {

/// Names one failed run. The three parts together are the key of its Case.
struct RunRef {
  std::string repository;   ///< absolute path of a local repository, or owner/name
  std::string head;         ///< the commit that was built, empty without git
  std::string run;          ///< run id of a forge, or the hash of the log
  std::string branch = {};  ///< that was built, where known; no part of the key

  auto operator<=>(const RunRef&) const = default;
};

}  // namespace regreen
