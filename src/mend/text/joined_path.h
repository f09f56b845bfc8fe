#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The edits that write another path where a code joins one of its parts: `ROOT / "a" / "b.py"`, `os.path.join(top, 'a', 'b.py')`. A
/// path that goes on in front of them or behind is another one.
std::vector<Edit> joined_anew(std::string_view text, std::string_view path, std::string_view meant);

/// Is a text that begins at a byte, in quotes, joined to something in front of it?
bool is_joined(std::string_view text, std::size_t at);

}  // namespace regreen
