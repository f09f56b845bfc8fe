#pragma once

#include <string_view>

namespace regreen {

/// Does a code speak of whole numbers without a limit: `0n`, `BigInt(text)`? What holds for other numbers does not hold for them.
bool speaks_of_big_integers(std::string_view code);

}  // namespace regreen
