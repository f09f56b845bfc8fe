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

/// May a path be put in the place of a wrong one? Not where it is for other surroundings or of another version ("staging",
/// "v2"), lies where nobody uses it ("examples", "old"), or is data of the same name of somebody else ("tenants/b/x.yaml"); a slip
/// in such a word of the wrong path is none.
bool may_stand_for(std::string_view meant, std::string_view wrong);

/// The place that is meant by a path that nothing has: the only one near it that may stand for it; "" where there is none
/// or several.
std::string meant_by(const std::string& wrong, const Places& places);

}  // namespace regreen
