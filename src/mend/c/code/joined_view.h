#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// The edits that copy into strings the views on the sides of a `+` at a byte, where an error says that no such operator takes them:
/// "no match for 'operator+' (operand types are 'std::string' and 'std::string_view')". None where the other side is no text, where a
/// side is more than a name, a member or a call, or where what they make is looked at by another view, which would outlive it.
std::vector<Edit> joined_views(std::string_view code, std::size_t at, std::string_view said);

}  // namespace regreen
