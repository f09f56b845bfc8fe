#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <set>
#include <string>

namespace regreen {

/// The newest commit took functions out of a source and put them into one of its own: "simplify.cpp" of "polyline.cpp". Lists the new one
/// in all CMake lists that name the old one: what they build had these functions. Nothing where two new sources define
/// one, where what names the old one names another source that does, or where the new one is built apart from it.
void list_split_sources(const Patient& patient, const std::set<std::string>& symbols, Draft& draft);

}  // namespace regreen
