#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <optional>
#include <string>

namespace regreen {

/// Where the newest commit took a module that is gone, file and all; "" where nobody should follow: it was laid aside, is for tests,
/// would find other modules by its relative imports, or lies in a new folder below its own that nothing else of the commit asks for.
std::optional<std::string> moved_module(const Patient& patient, const PythonProject& project,
                                        const std::string& module);

/// Did the newest commit take a module away, and leave the other as it stood beside it? Who asks for the one made no slip then.
bool was_beside(const Patient& patient, const PythonProject& project, const std::string& module,
                const std::string& other);

}  // namespace regreen
