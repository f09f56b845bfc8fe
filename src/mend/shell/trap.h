#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// A line of a script with its trap in single quotes, so that what it names is looked up when the signal comes, and not before
/// (SC2064). The line as it is where the two may differ: for a variable that is local or set more than once, `$!`, `$(…)`.
std::string trap_in_single_quotes(std::string_view text, const std::string& line);

}  // namespace regreen
