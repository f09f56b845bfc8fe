#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Does the package of a folder ask whether a variable or field is nil, for something other than to make it there, empty? To be nil
/// then says that nothing was loaded.
bool go_means_by_nil(const Tree& tree, std::string_view folder, std::string_view name);

}  // namespace regreen
