#pragma once

#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// Is every number of the first type one of the second?
bool go_widens(std::string_view from, std::string_view to);

/// What "invalid operation: total - overhead (mismatched types int64 and int)" asks for: the operand of the narrower type is
/// converted, where it stands once and alone in the code of the line. Only a factor or divisor of a time.Duration becomes one: there it
/// counts, elsewhere nobody knows what. The edits' offsets begin at the line.
std::vector<Edit> convert_go_operand(std::string_view line, std::string_view said);

}  // namespace regreen
