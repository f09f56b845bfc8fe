#pragma once

#include "mend/draft.h"

#include <string>

namespace regreen {

/// A file that the built package lacks: where the tree has it, the package, and the rest of the path.
struct PackageData {
  std::string file, package, rest;
};

/// Declares the file where setuptools reads which files it installs with a package. Other tools take all files of a package: nothing is
/// declared for them.
void declare_package_data(const PackageData& data, Draft& draft);

}  // namespace regreen
