#pragma once

#include <map>
#include <string>
#include <string_view>

namespace regreen {

enum class PlaceKind { file, folder };

/// Paths of files and folders.
using Places = std::map<std::string, PlaceKind>;

/// The letters, digits and dots of a path, small.
std::string plain_path(std::string_view path);

/// The only place that is nearest to a path that nothing has; "" where none is near, or several are.
std::string place_meant_by(const std::string& wrong, const Places& places);

}  // namespace regreen
