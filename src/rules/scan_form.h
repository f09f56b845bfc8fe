#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// A pattern as a scan over many lines at once looks for it. In the text that is scanned each line stands between
/// newlines, so '^' and '$' become "\n"; captures at the front and open ends, which cost time and tell nothing, are left
/// out. The form finds at least what the pattern finds on a line, each time with its last byte (or the newline behind
/// it) on that line; it may find more.
std::string scan_form(std::string_view pattern);

}  // namespace regreen
