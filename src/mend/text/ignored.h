#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Does the project's .gitignore keep a folder out? What git would not keep cannot be created by a commit, and need not be
/// gone where it is missing.
bool is_ignored(const Tree& tree, std::string_view folder);

}  // namespace regreen
