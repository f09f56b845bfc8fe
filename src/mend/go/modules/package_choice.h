#pragma once

#include "mend/fixer.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A package to import, and the name that is written before its path; mostly none.
struct GoPackage {
  std::string path, name;

  bool operator==(const GoPackage&) const = default;
};

/// The packages that a file can mean by a name that it selects from and does not import, likeliest first: one of its module that
/// declares what is selected, one that other files of the module import by that name, one of the standard library. Several
/// packages have the names "rand" and "template": those stay that offer all that is selected.
std::vector<GoPackage> go_packages_for(const Patient& patient, std::string_view file, std::string_view text,
                                       const std::string& name);

}  // namespace regreen
