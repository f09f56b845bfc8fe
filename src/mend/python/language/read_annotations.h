#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Does a library that the file names, or the project itself, work out annotations while the program runs? They have to be there then.
bool is_read_at_run_time(const Tree& tree, std::string_view text);

}  // namespace regreen
