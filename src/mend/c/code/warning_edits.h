#pragma once

#include "mend/place.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// What a warning asks for in so many words, on the line that it names: formats of printf, `register`, virtual
/// destructors, empty parameter lists of C, exceptions and loop variables by reference, values that are moved where they are
/// not copied anyway. Empty where it asks for more.
std::vector<Edit> warning_edits(std::string_view text, std::string_view said, const TreePlace& place);

}  // namespace regreen
