#pragma once

#include "mend/python/source.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// What a class of a library calls an attribute today, where a warning says both names: "Using 'Retry.DEFAULT_METHOD_WHITELIST' is
/// deprecated … Use 'Retry.DEFAULT_ALLOWED_METHODS' instead". A class of the file itself keeps its own.
std::vector<Edit> follow_renamed_attribute(const PythonSource& source, std::string_view messages);

}  // namespace regreen
