#pragma once

#include "mend/python/language/new_home.h"
#include "mend/python/language/project.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A Python file with every import and every use of moved names brought to their new home. Imports that are kept for
/// older versions (`try: … except ImportError: …`) stay. Nothing where the file has none of them.
std::optional<std::string> with_new_homes(std::string_view text, const NewHome& new_home,
                                          const std::function<ImportGroup(std::string_view module)>& group_of);

}  // namespace regreen
