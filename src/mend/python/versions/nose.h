#pragma once

#include "mend/draft.h"
#include "mend/python/language/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The methods `setup` and `teardown` of test classes, and of the classes that those derive from, by the names that pytest has for them:
/// setup_method and teardown_method. Methods of that name in other classes are about something else. Test classes are those of test files,
/// and of files whose tests the messages name.
void name_nose_methods(Draft& draft, const PythonProject& project, const std::vector<std::string>& files,
                       std::string_view messages);

}  // namespace regreen
