#pragma once

#include <string_view>

namespace regreen {

/// Does the code of a header declare a name: a function, a type, a macro, a variable by `extern`?
bool declares(std::string_view code, std::string_view name);

}  // namespace regreen
