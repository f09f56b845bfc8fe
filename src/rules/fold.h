#pragma once

#include <cstdint>

namespace regreen {

/// Makes one of capitals and small letters, and of all digits. Others may coincide too: more is found, that is all.
constexpr unsigned char fold(unsigned char byte) {
  const auto small = static_cast<unsigned char>(byte | 0x20U);
  return small >= '0' && small <= '9' ? '0' : small;
}

/// A number below 2^bits for four folded bytes: multiplicative hashing (Knuth, TAOCP vol. 3, 6.4).
constexpr std::uint32_t hash_of(std::uint32_t folded, unsigned bits) { return (folded * 2654435761U) >> (32 - bits); }

/// A bit for a folded byte; several have one in common.
constexpr std::uint64_t bit_of(unsigned char folded) { return std::uint64_t{1} << (folded % 64); }

}  // namespace regreen
