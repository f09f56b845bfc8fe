#pragma once

#include "mend/fixer.h"

#include <set>
#include <string>

namespace regreen {

/// What a package.json needs and does not declare.
struct MissingPackage {
  std::string file;  ///< the package.json
  std::string package;
  bool development = false;
  std::string folder;  ///< of a package of the project itself, from the package.json on
  std::string range;   ///< the versions that the other packages of the repository ask for; "" where they do not agree

  auto operator<=>(const MissingPackage&) const = default;
};

/// The packages that the log says are not there: each is declared by the packages of the repository whose sources load it. A
/// source counts where the log names it; where it names none that does, all of the repository do that are not in packages for tests
/// and examples.
std::set<MissingPackage> missing_packages(const Patient& patient);

}  // namespace regreen
