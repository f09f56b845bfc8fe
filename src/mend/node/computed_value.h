#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <optional>
#include <string_view>

namespace regreen {

/// The edit that takes out the declaration of a variable whose value is worked out of others and does nothing else: sums, members,
/// what `Math` and such methods answer as change nothing. Nothing where a part may do more than answer, or it shares its lines.
std::optional<Edit> without_computed(std::string_view code, const Lines& lines, std::size_t number,
                                     std::string_view name);

}  // namespace regreen
