#pragma once

#include "model/tree.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace regreen {

/// Is it a name that a feature can have?
bool is_rust_feature(std::string_view name);

/// The feature alone that what stands at a place of a file is built with, by its own condition or that of a module around it; ""
/// where there is another condition, or none.
std::string rust_feature_around(const Tree& tree, const std::string& file, std::size_t offset);

}  // namespace regreen
