#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// Takes a block tag, `@return nothing`, out of a documentation comment with all that belongs to it. Empty where the tag does not
/// begin its line, or the comment ends on it.
std::vector<Edit> without_block_tag(std::string_view text, std::size_t tag);

/// The `@param` tag whose name stands at `at`, with the name that the parameter in its place has today: where as many are told of,
/// and one can see that the name was changed and not the parameter. A tag goes where all parameters have one of their own. Empty
/// where neither is so.
std::vector<Edit> with_parameters_of_today(std::string_view text, std::size_t at);

}  // namespace regreen
