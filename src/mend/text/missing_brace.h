#pragma once

#include "model/patch.h"

#include <optional>
#include <string_view>

namespace regreen {

/// Where a text with one '{' too many lacks its '}': found by indentation, as a reader would. `code` is the text without
/// comments and literals. Nothing where the text is not indented so that one place is meant.
std::optional<Edit> missing_brace(std::string_view text, std::string_view code);

}  // namespace regreen
