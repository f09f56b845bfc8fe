#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Does the project's .gitignore keep a folder out? What git would not keep cannot be created by a commit, and need not be
/// gone where it is missing.
bool is_ignored(const Tree& tree, std::string_view folder);

/// Does a build write into a folder, by its name: "dist", "web/target"? What is missing there was not built; it was not moved.
bool is_build_folder(std::string_view folder);

/// Does a path lie in such a folder?
bool is_build_product(std::string_view path);

}  // namespace regreen
