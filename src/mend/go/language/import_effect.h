#pragma once

#include "mend/draft.h"

#include <optional>
#include <string_view>

namespace regreen {

/// The call that a package makes work by being in the program, as code writes it: "image.Decode" for "image/png"; " " where nothing is
/// called, and it works by itself; "" where it does nothing of the kind.
std::string_view go_served_by(std::string_view path);

/// Does a code ask for what a package does by being in the program?
bool go_is_served(std::string_view code, std::string_view path);

/// `"image/png"` → `_ "image/png"`: there for its effect alone; nothing where the file does not have it, or has it so.
std::optional<Edit> keep_for_effect(std::string_view text, std::string_view path);

}  // namespace regreen
