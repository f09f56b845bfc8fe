#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// SHA-256 (FIPS 180-4) as 64 hex digits: for what others check against their own tools. Keys of our own are hash_hex().
std::string sha256_hex(std::string_view bytes);

}  // namespace regreen
