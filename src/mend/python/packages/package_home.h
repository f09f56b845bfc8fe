#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The edits that let setuptools look for packages in the folder that holds one of that name, where a pyproject.toml lets it look in
/// another one, which holds none any more. None where packages are in both.
std::vector<Edit> find_packages_in(const Tree& tree, std::string_view pyproject, std::string_view folder,
                                   std::string_view package);

}  // namespace regreen
