#pragma once

#include "model/tree.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace regreen {

/// How many digits the tests of a Go file show behind the point of what one verb of a format prints: of "%s: %d sold (%d%%)" the
/// last one prints 1 where they expect "B: 120 sold (62.5%)". `at` is a byte of the verb in the text of the file. 0 where they
/// show none, or not always as many.
std::size_t go_digits_shown(const Tree& tree, const std::string& file, std::string_view text, std::size_t at);

}  // namespace regreen
