#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The case of a switch whose line declares a name gets a block: `case 'a': { const x = …; }`. Nothing where another case knows the
/// name as well.
std::vector<Edit> with_case_block(std::string_view text, std::string_view code, const Lines& lines, std::size_t number);

}  // namespace regreen
