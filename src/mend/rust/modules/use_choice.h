#pragma once

#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Of the paths that rustc proposes for one name of a file those that may be meant: where several are of the crate itself, the only
/// one of them whose item has what the file asks of it. None where that does not tell one: more than one may compile.
std::vector<std::string> uses_meant(const Tree& tree, const std::string& file, std::string_view text,
                                    std::vector<std::string> paths);

}  // namespace regreen
