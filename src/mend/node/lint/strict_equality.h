#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// The comparison `==` or `!=` at a byte, written with three signs so that it means the same: where both sides are known to be of
/// one kind, and against null, which stands for undefined as well. None where it might mean something else.
std::vector<Edit> strictly_equal(std::string_view text, std::string_view code, const Lines& lines, std::size_t at);

}  // namespace regreen
