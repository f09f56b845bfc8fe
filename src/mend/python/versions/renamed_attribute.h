#pragma once

#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// What a class of a library calls an attribute today, where a warning says both names: "Using 'Retry.DEFAULT_METHOD_WHITELIST' is
/// deprecated … Use 'Retry.DEFAULT_ALLOWED_METHODS' instead". `names` are those that imports of libraries bind in the file: a class that
/// is none of theirs keeps its own.
std::vector<Edit> follow_renamed_attribute(const PythonSource& source, const BoundNames& names,
                                           std::string_view messages);

}  // namespace regreen
