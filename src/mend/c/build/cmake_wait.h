#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <string>

namespace regreen {

/// Lets the target of CMake that a message failed in wait for the header that another command writes while building: for the only
/// target that names it, else, where the command stands in the same list, as one of its own sources.
void wait_in_cmake(const Patient& patient, const Occurrence& occurrence, const std::string& header, Draft& draft);

}  // namespace regreen
