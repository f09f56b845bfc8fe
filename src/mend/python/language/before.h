#pragma once

#include "mend/fixer.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A file as it was before the newest commit, where that commit changed it; nothing where it did not, or made the file.
std::optional<std::string> text_before(const Patient& patient, std::string_view file);

}  // namespace regreen
