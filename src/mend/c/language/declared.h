#pragma once

#include <string_view>

namespace regreen {

/// Does the code of a header declare a name at its top: a function, a type, a macro, a variable?
bool declares(std::string_view code, std::string_view name);

}  // namespace regreen
