#pragma once

#include "mend/python/language/source.h"
#include "mend/python/syntax/fault.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The file with the line at fault as it was before, where all that the line has lost since are signs, or its indentation; with
/// indentation go the lines around it that lost theirs. Nothing where the file makes no sense even so.
std::optional<std::string> with_lost_signs(const PythonSource& source, const PythonFault& fault,
                                           std::string_view before);

}  // namespace regreen
