#pragma once

#include "mend/place.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The parentheses that a compiler asks for around `&&` within `||`, and around `&`, `+` and `-` within `|`: where it reads
/// them anyway, so that nothing is computed otherwise. Empty for what looks like a slip (a comparison within `&`, an
/// assignment as a condition), and where the expression is not plain to see.
std::vector<Edit> parentheses_asked_for(std::string_view text, std::string_view said, const TreePlace& place);

}  // namespace regreen
