#pragma once

#include "mend/draft.h"

#include <string>
#include <vector>

namespace regreen {

/// The methods `setup` and `teardown` of test classes, and of the classes that those derive from, by the names that pytest has for them:
/// setup_method and teardown_method. Methods of that name in other classes are about something else.
void name_nose_methods(Draft& draft, const std::vector<std::string>& files);

}  // namespace regreen
