#pragma once

#include "policy/guard/language.h"
#include "policy/guard/source.h"

#include <string_view>
#include <vector>

namespace regreen {

/// How many conditions have to hold before an assertion is reached: the blocks around it, within the test that begins at
/// `begin`, and what stands before it in its line.
std::size_t conditions_around(std::string_view code, std::size_t begin, std::size_t at, Language language);

/// What a Go test compares before it reports: the head of the innermost `if`; empty where there is none.
std::vector<Token> condition_before(const CodeText& source, std::size_t begin, std::size_t at);

}  // namespace regreen
