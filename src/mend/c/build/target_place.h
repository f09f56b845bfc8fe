#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The commands of CMake that name targets made elsewhere.
std::span<const std::string_view> target_users();

/// Which words of a call stand for targets; not a folder, a property or a definition of the same name.
std::vector<bool> stand_for_targets(std::string_view command, const std::vector<std::string_view>& words);

/// The targets that a list asks for: `if(TARGET mixer)`. What stands below belongs to who asks.
std::set<std::string> targets_asked_for(std::string_view text);

}  // namespace regreen
