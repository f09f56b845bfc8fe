#pragma once

#include "model/patch.h"

#include <optional>
#include <string_view>

namespace regreen {

/// Where the metadata of a Python package say in which language the file is that describes it, the edit that says it of the new file.
/// Nothing where they say something else than the ending of the old one, or other files describe it as well.
std::optional<Edit> type_of_readme(std::string_view metadata, std::string_view text, std::string_view path,
                                   std::string_view meant);

}  // namespace regreen
