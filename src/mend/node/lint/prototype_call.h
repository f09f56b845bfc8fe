#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// `map.hasOwnProperty(key)` → `Object.prototype.hasOwnProperty.call(map, key)`, where the name of the method stands at a byte. None
/// where the chain holds `?.`, which calls nothing where there is nothing, and for what is no chain of names, members and calls.
std::vector<Edit> called_of_prototype(std::string_view text, std::string_view code, std::size_t at);

}  // namespace regreen
