#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The functions of a source that await something and are not async, made so: all of them where the line is one that awaits, as a
/// parser tells of the first alone. Nothing where one cannot be async (a constructor, a getter), where it is handed to what does
/// not wait for it (`forEach`), where nobody can tell by what name it is called, or where one of its calls does not await it.
std::vector<Edit> made_async(const Tree& tree, std::string_view text, std::size_t line);

}  // namespace regreen
