#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// Takes a block tag, `@return nothing`, out of a documentation comment with all that belongs to it. Empty where the tag does not
/// begin its line, or the comment ends on it.
std::vector<Edit> without_block_tag(std::string_view text, std::size_t tag);

/// The `@param` tags of the comment around `at` with the names that the parameters below it have today: as many, in the same order,
/// and none told of already. A tag goes where all parameters have one of their own. Empty where neither is so. The edits are those
/// of the tag whose name stands at `at` alone.
std::vector<Edit> with_parameters_of_today(std::string_view text, std::size_t at);

}  // namespace regreen
