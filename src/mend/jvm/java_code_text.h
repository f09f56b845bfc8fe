#pragma once

#include "mend/place.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace regreen {

/// Where javac's '^' stands: by the column that Maven prints, else by the line shown below the message. npos where neither
/// tells, or the line is another one by now.
std::size_t java_caret(std::string_view text, const Occurrence& said, const TreePlace& place);

/// The type in front of a name that is declared at `at`: "List<String>", "int[]" for `int... all`. "" where the name is used.
std::string java_type_before(std::string_view code, std::size_t at);

}  // namespace regreen
