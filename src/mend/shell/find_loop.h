#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// `for file in $(find …); do`, which cuts names at their blanks, reads the names line by line (SC2044): in bash from
/// `done < <(find …)`, by a descriptor of its own where commands of the body may read what is left of the names; in other shells from
/// a pipe, where the loop is a process of its own. Nothing there where that would not be the same: a command of the body may read its
/// input, or the body sets or leaves something that the rest of the script sees.
std::vector<Edit> read_from_find(std::string_view text, std::size_t number);

}  // namespace regreen
