#pragma once

#include "mend/go/language/go_source.h"

#include <vector>

namespace regreen {

/// What `string(n)` of a number is held for where nothing near it tells.
enum class NumberAs { digits, rune };

/// vet: "conversion from int to string yields a string of one rune, not a string of digits". `fmt.Sprint(n)` for digits,
/// `string(rune(n))` where the number is made with literals of runes, or named as one.
std::vector<Edit> say_what_string_holds(const GoPlace& place, NumberAs untold);

}  // namespace regreen
