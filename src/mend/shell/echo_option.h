#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// `echo -e "a\tb"` → `printf '%b\n' "a\tb"`, which every sh writes alike. The line as it is where an argument may be several
/// words, or has an escape that only bash knows.
std::string without_echo_option(std::string_view line);

}  // namespace regreen
