#pragma once

#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// Does a script give a variable several words, which the shell takes apart where it stands without quotes: `opts="-c -v"`,
/// `files=$(git ls-files)`? Quotes around it would make one word of them.
bool is_several_words(std::string_view script, std::string_view name);

/// The edits that make an array of such a variable of a bash script: `opts=(-c -v)`, and `"${opts[@]}"` where it stands. Nothing
/// where a word is more than it looks like, where the variable stands in other ways, or where other programs may see it.
std::vector<Edit> as_array(std::string_view script, std::string_view name);

}  // namespace regreen
