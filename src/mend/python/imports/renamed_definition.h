#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// What a function or class of a module, which has it no more, is called since the newest commit: the only new one of the same text but
/// for such names, where all that it uses in the module is as it was. Nothing where the new one was set aside for something else.
std::optional<std::string> renamed_definition(const Patient& patient, const PythonProject& project,
                                              const std::string& file, const std::string& name);

/// Does a file import the name from a module of the project that the newest commit changed, or may it?
bool is_changed_elsewhere(const Patient& patient, const PythonProject& project, const std::string& file,
                          const PythonSource& source, std::string_view name);

/// Did a file define the name before the newest commit? Who asks for it then made no slip.
bool was_defined(const Patient& patient, const std::string& file, const std::string& name);

}  // namespace regreen
