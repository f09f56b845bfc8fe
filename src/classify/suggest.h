#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// What a person does first about a kind of failure of which only the category is known. For a user's own category:
/// to read the lines.
std::string suggestion_for(std::string_view category);

}  // namespace regreen
