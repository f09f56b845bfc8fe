#pragma once

#include "read/pull.h"

#include <string_view>

namespace regreen {

/// Is it a step's output as CircleCI's API hands it out: [{"message": "…", "time": "…", "type": "out"}, …]?
bool is_circleci_output(std::string_view head);

/// The text that such a step printed. What is cut off ends it.
Pull circleci_text(Pull bytes);

}  // namespace regreen
