#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The edits that take names out of the list `{ a, type b, c as d }` between two brackets of an import, and leave the others, their
/// lines and comments as they are: a name on lines of its own goes with them. Nothing where none would be left, or where one of
/// the names is not in the list.
std::optional<std::vector<Edit>> without_listed(std::string_view text, std::string_view code, std::size_t open,
                                                std::size_t close, const std::vector<std::string>& names);

/// The name that an item of such a list binds: `d` of "c as d", `b` of "type b".
std::string_view bound_by_item(std::string_view item);

}  // namespace regreen
