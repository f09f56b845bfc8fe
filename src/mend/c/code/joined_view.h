#pragma once

#include "mend/c/code/view_taker.h"
#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// The edits that copy into strings the views on the sides of a `+` at a byte, where an error says that no such operator takes them:
/// "no match for 'operator+' (operand types are 'std::string' and 'std::string_view')". None where the other side is no text, where a
/// side is more than a name, a member or a call, or where a view could outlive the text that they make.
std::vector<Edit> joined_views(std::string_view code, std::size_t at, std::string_view said, const ViewTakers& takers);

}  // namespace regreen
