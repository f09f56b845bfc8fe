#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"
#include "mend/python/language/project.h"

#include <string>

namespace regreen {

/// Takes what files take from a module that the newest commit divided from the modules that have it today. False, and nothing changes,
/// where it was not divided, or one of the files uses it in a way that does not say which of them is meant.
bool follow_split(const Patient& patient, const PythonProject& project, const std::string& module, Draft& draft);

}  // namespace regreen
