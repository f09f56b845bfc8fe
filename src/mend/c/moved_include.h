#pragma once

#include "mend/draft.h"
#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// Names a header of the project where it was moved to, wherever it is included by its old path: `util/str.h` → `text/str.h`. The
/// only header of its name, below a folder that the compiler looks into: one called as such folders are, or one from which the file
/// that failed includes another. Nothing for a header without a folder: it is the compiler that is not told where it lies.
void follow_header(const Tree& tree, const std::string& file, const std::string& written, Draft& draft);

}  // namespace regreen
