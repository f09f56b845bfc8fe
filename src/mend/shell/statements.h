#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// `local x=$(cmd)` → `local x` and `x=$(cmd)` (SC2155); what is exported is set first. As it was where the line declares more than one name, and
/// where the script would stop at a command that tells by its status what it found: `local` hid it.
std::string declared_apart(std::string_view text, const std::string& line);

/// `if [ a -a b ]` → `if [ a ] && [ b ]` (SC2166), on the numbered line of the text. As it was where the two bind otherwise than `-a` and
/// `-o` did: behind `!` or `&&`, or where both are in one test.
std::string tests_apart(std::string_view text, std::size_t number, const std::string& line);

/// `for f in $(ls *.txt); do` → `for f in *.txt; do` (SC2045), whose body passes over the pattern itself, where nothing matches it.
std::string over_pattern(std::string_view text, std::size_t number, const std::string& line);

}  // namespace regreen
