#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// `{ price }`, `{ a, price = 1 }`: the word names a member and a variable.
bool is_shorthand(std::string_view code, std::size_t at, std::string_view word);

/// What is imported by a name is used by another one: every word of the code but members and keys that are only called so.
std::vector<Edit> named_otherwise(std::string_view code, std::string_view was, const std::string& name);

}  // namespace regreen
