#pragma once

#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// The folder, as the CMake list `reader` has to name it, into which the project's lists have a header written:
/// `${CMAKE_CURRENT_BINARY_DIR}` for configure_file(version.h.in version.h). "" where no list writes such a header, several
/// do, or the folder has no name in that list.
std::string folder_of_built_header(const Tree& tree, std::string_view header, std::string_view reader);

}  // namespace regreen
