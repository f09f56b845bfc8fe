#pragma once

#include "model/tree.h"

#include <string>

namespace regreen {

/// The package of the only class of the project with this name, by its file; "" where there is none, or several are.
std::string package_of_class(const Tree& tree, const std::string& name);

}  // namespace regreen
