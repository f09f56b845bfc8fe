#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regreen {

/// What a line says, without what varies between runs of the same thing: times, durations, numbers, hex, UUIDs, random
/// names, temporary and home folders. "3 tests in 0.2 s (/tmp/x7/log)" is "N tests in <duration> (<tmp>/log)".
///
/// A number that is nothing but 0 stays: "0 errors" and "3 errors" are not the same.
std::string template_of(std::string_view line);

/// The same, appended; nothing is allocated where `out` has room.
void append_template(std::string_view line, std::string& out);

}  // namespace regreen
