#pragma once

#include "mend/place.h"

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

namespace regreen {

/// Where code begins and ends.
using Span = std::pair<std::size_t, std::size_t>;

/// The code that a compiler wants to see in parentheses, of `&&` within `||`, and of `&`, `+` and `-` within `|`: where it
/// reads them anyway, so that nothing is computed otherwise. Empty for what looks like a slip (a comparison within `&`, an
/// assignment as a condition), and where the expression is not plain to see.
std::set<Span> parentheses_asked_for(std::string_view text, std::string_view said, const TreePlace& place);

}  // namespace regreen
