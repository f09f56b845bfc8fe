#pragma once

#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <map>
#include <optional>
#include <string>

namespace regreen {

/// The modules among which the newest commit divided one that is gone, by the names that the project takes from it: each is defined in
/// one of them alone, which the commit brought it to, word for word and with all that it uses; what they share and may change is in
/// one of them. Nothing where that does not hold for every one of the names, where one module has all of them, or where somebody
/// means the old module itself.
std::optional<std::map<std::string, std::string>> split_module(const Patient& patient, const PythonProject& project,
                                                               const std::string& module);

}  // namespace regreen
