#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Do the tags of a file use a name, `<Header>`, or all of them, as `React` is used by what JSX becomes? A linter without the plugin for
/// it does not see that.
bool is_used_by_tags(const Tree& tree, std::string_view text, std::string_view name);

/// May other scripts or pages of the project use a name that a line of a file declares? What a script that is no module declares at its
/// top belongs to all that are loaded beside it.
bool is_used_beside(const Tree& tree, std::string_view file, std::string_view text, std::string_view line,
                    std::string_view name);

}  // namespace regreen
