#pragma once

#include "model/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The folder of the Python project that a file is of: the nearest one around it that has a manifest; "" where none has.
std::string python_project_of(const Tree& tree, std::string_view file);

/// The first Python 3, by its minor version, for which a project does not ask for a package: 11 of `tomli; python_version < "3.11"`.
/// Nothing where it does not ask for the package, asks on other conditions or without any, or says two things.
std::optional<long> older_python_bound(const Tree& tree, std::string_view project, std::string_view package);

}  // namespace regreen
