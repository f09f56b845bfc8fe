#pragma once

#include "mend/c/code/view_taker.h"

#include <cstddef>
#include <string_view>

namespace regreen {

/// Is the text that a `+` makes surely a string's own, or used up before it is gone? So it is where a `std::string` is made of it,
/// grows by it, answers it or has it as an argument, where it is written to a stream or thrown, and where a function takes it
/// that keeps no view.
bool is_joined_text_safe(std::string_view code, std::size_t plus, const ViewTakers& takers);

}  // namespace regreen
