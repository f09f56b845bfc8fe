#pragma once

#include "model/tree.h"

#include <optional>
#include <string_view>

namespace regreen {

/// 11 of "…python3.11…" and of ">=3.11": what stands behind `front` and "3.".
std::optional<int> minor_behind(std::string_view text, std::string_view front);

/// The oldest Python 3 that the project says it runs on, by its minor version.
std::optional<int> oldest_python(const Tree& tree);

}  // namespace regreen
