#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// A Dockerfile that asks for a stage by the name that it has today, where `said`, what docker printed, took the name for an image:
/// the one that is called alike, else the one from which nothing is taken, or which alone speaks of what is copied. As it was where
/// several could be meant.
std::string with_stages_of_today(const std::string& text, std::string_view said);

/// Does docker say that it finds no image of a name, as it does of a stage that is not there? `said` in lower case or as printed.
bool is_missing_image(std::string_view name, std::string_view said);

}  // namespace regreen
