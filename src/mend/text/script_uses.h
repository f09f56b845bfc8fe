#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Does a name stand for itself and for what it is of: `{ no }` for `{ no: no }`? In Rust as well, behind the name of a type.
bool is_shorthand(std::string_view file, std::string_view code, std::size_t at, std::size_t length);

/// Does the name stand in the braces of an import or export?
bool is_in_import(std::string_view code, std::size_t at);

/// What is imported by a name is imported by its new one, `today as name`; where all its uses in the file are plain calls, they call it
/// so, too.
std::vector<Edit> follow_import(std::string_view code, std::size_t at, const std::string& name,
                                const std::string& today);

}  // namespace regreen
