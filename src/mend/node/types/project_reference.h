#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The tsconfig.json of the project of which tsc says that others refer to it, and that it must be composite or, being so, may not
/// switch its declarations off; "" where a message says something else, or the project is none of the tree.
std::string project_referred_to(const Tree& tree, std::string_view said);

/// The edits that make a project composite, with all that such a one cannot do without. None where it writes nothing, or says itself
/// that it is not composite: whether others may refer to it is then a question for people.
std::vector<Edit> make_composite(const Tree& tree, const std::string& config, std::string_view text);

}  // namespace regreen
