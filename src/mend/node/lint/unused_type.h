#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// Takes the declaration of a type away that begins on a line: `interface Options { … }` or `type Id = …`, which are gone when the program
/// runs, with the empty line below. Nothing where its end is not clear.
std::optional<Edit> without_type(std::string_view text, std::size_t number, std::string_view name);

}  // namespace regreen
