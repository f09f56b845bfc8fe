#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// `cmd` above a line that asks for `$?`: the command itself becomes the condition, `if ! cmd; then`, `cmd || exit 1`. Nothing where
/// what stands above is no command of one line or its continuation, or one whose status is another's (`local x=$(cmd)`).
std::optional<Edit> asked_directly(std::string_view text, std::size_t number);

}  // namespace regreen
