#pragma once

#include "mend/python/language/project.h"
#include "model/tree.h"

#include <set>
#include <string>

namespace regreen {

/// The module, the modules of the project that it imports, and those that they do.
std::set<std::string> modules_reached_from(const std::string& module, const Tree& tree, const PythonProject& project);

}  // namespace regreen
