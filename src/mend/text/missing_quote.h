#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// The closing quote of the literal that opens last on a line and does not end there: before the brackets and the
/// semicolon at the end of the line, as many as were open when it began. Nothing where the line has no such literal.
std::optional<Edit> missing_quote(std::string_view text, std::size_t line);

}  // namespace regreen
