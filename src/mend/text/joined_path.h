#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The edit that writes another path where the code that a log names by a line joins one of its parts to a place:
/// `ROOT / "a" / "b.py"`, `os.path.join(top, 'a', 'b.py')`. A path that goes on in front of them or behind is another one; where that
/// line joins several, nobody knows which is meant.
std::vector<Edit> joined_anew(std::string_view text, std::size_t line, std::string_view path, std::string_view meant);

/// Is a text that begins at a byte, in quotes, joined to something in front of it?
bool is_joined(std::string_view text, std::size_t at);

/// The same, with no other folder between that and the text.
bool is_joined_first(std::string_view text, std::size_t at);

}  // namespace regreen
