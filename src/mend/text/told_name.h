#pragma once

#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// What the project's own notes of changes say that a name is called today: "`units.to_km` is `units.to_kilometres` now", "renamed
/// to_km to to_kilometres". `owner` is the module or class of the name: notes that tell another owner are about something else. ""
/// where they tell nothing, or two things.
std::string told_name(const Tree& tree, std::string_view owner, std::string_view name);

}  // namespace regreen
