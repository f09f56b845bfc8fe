#pragma once

#include "policy/guard/language.h"

#include <string>
#include <string_view>

namespace regreen {

/// What an assertion says, in the one form that the linter of its language asks for: `assert_eq!(a.len() > 0, true)` and
/// `assert!(!a.is_empty())` mean the same, and neither asks for less. Takes words as `Assertion` has them, but with a number for each
/// text, since what looks like code in a text is none; what it does not know stays as it is.
std::string meaning_of(std::string_view words, Language language);

}  // namespace regreen
