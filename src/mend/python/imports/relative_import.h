#pragma once

#include "mend/draft.h"
#include "mend/python/language/project.h"

#include <string>
#include <string_view>

namespace regreen {

/// The relative imports of a file that Python refuses: it is run as a script, lies outside of packages, or counts one package too
/// many. They name the same module in the way that its place allows; tests without a package become one.
void fix_relative_import(const Tree& tree, const PythonProject& project, const std::string& file,
                         std::string_view message, Draft& draft);

}  // namespace regreen
