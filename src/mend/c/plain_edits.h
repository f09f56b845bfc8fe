#pragma once

#include "mend/place.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// What a message of gcc or clang asks to be said plainly, at the place that it names: what the compiler reads anyway, in the words
/// of today's C and C++. Empty where it asks for more, or what is there is not what the message speaks of.
std::vector<Edit> plain_edits(std::string_view text, std::string_view said, const TreePlace& place);

}  // namespace regreen
