#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>

namespace regreen {

/// Where the newest commit took a file that is gone: the only file that it brought of just that text. Nothing for a file that says
/// little, and where the new one was laid aside or is for other surroundings.
std::optional<std::string> moved_file(const Patient& patient, const std::string& path);

}  // namespace regreen
