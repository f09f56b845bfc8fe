#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <optional>
#include <string>

namespace regreen {

/// Where the newest commit took a module that is gone, file and all.
std::optional<std::string> moved_module(const Patient& patient, const PythonProject& project,
                                        const std::string& module);

}  // namespace regreen
