#pragma once

#include "mend/draft.h"
#include "mend/place.h"
#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Gives a go:embed pattern, `templates/*.html`, the ending that the files of its folder have today, and the texts of the
/// package that name those files, too. Nothing changes where several endings could be meant.
void follow_embedded_ending(const Tree& tree, const TreePlace& at, std::string_view pattern, Draft& draft);

}  // namespace regreen
