#pragma once

#include "mend/draft.h"

#include <map>
#include <string>
#include <string_view>

namespace regreen {

enum class PlaceKind { file, folder };

/// Paths of files and folders.
using Places = std::map<std::string, PlaceKind>;

/// All files and folders of the tree whose paths no shell would take apart.
Places places_in(const Tree& tree);

/// A name in small letters, without signs but dots: what is left is what tells it from others.
std::string plain(std::string_view name);

/// The place that is meant by a path that nothing has: the only one near it, "" where there is none or several, where it
/// is laid off, or for other surroundings or another version than the path names.
std::string meant_by(const std::string& wrong, const Places& places);

}  // namespace regreen
