#pragma once

#include "mend/draft.h"
#include "model/tree.h"

#include <string>

namespace regreen {

/// The package of the project's class that a file means by a name it does not import: the only one that has it; of several, the one
/// whose class can do what the file asks of it, or that the project's own methods take and give where the file hands it on. "" where
/// that does not tell one. `draft` is how the other files are by now.
std::string package_meant(const Tree& tree, const Draft& draft, const std::string& file, const std::string& name);

}  // namespace regreen
