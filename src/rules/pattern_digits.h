#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// May the pattern match one of two lines that differ in nothing but digits, each in its place? Answers yes too often
/// rather than too rarely.
bool tells_digits(std::string_view pattern);

/// A pattern that does not tell digits apart, and matches wherever the other one matches a line that differs from this
/// one in nothing but digits.
std::string with_any_digits(std::string_view pattern);

}  // namespace regreen
