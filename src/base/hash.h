#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// 128 bits of XXH3 as 32 hex digits. Stable over machines and releases; not for secrets or against an adversary.
std::string hash_hex(std::string_view bytes);

}  // namespace regreen
