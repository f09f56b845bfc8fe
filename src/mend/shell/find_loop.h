#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// `for file in $(find …); do`, which cuts names at their blanks, reads the names line by line (SC2044): in bash from
/// `done < <(find …)`, in other shells from a pipe, where the loop is a process of its own. Nothing where that would not be
/// the same: the body reads what it is given, or sets or leaves something that the rest of the script sees.
std::vector<Edit> read_from_find(std::string_view text, std::size_t number);

}  // namespace regreen
