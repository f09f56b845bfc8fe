#pragma once

#include "mend/draft.h"
#include "model/tree.h"

#include <string>

namespace regreen {

/// Names a source of the project that no CMake list names where it belongs, so that a program links: in the library that the
/// program links and that holds the other sources of its folder; in the program itself where that holds them. False where two
/// could be meant, or it stands in a list.
bool list_in_cmake(const Tree& tree, const std::string& source, const std::string& target, Draft& draft);

/// Names a source of a library of the project beside another one of it that a program builds itself, in its own list: such a program
/// does not link the library. True where it stands there already; false where the program builds none of the library.
bool list_beside_in_cmake(const Tree& tree, const std::string& source, const std::string& target, Draft& draft);

}  // namespace regreen
