#pragma once

#include "rules/stretch.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace regreen {

/// A spot in two bytes.
struct NeedleSpot {
  std::uint16_t code = 0;

  static constexpr std::uint16_t repeats = 0x8000,
                                 is_set = 0x4000;  ///< a set's number is in the other bits, else a byte
  friend bool operator==(const NeedleSpot&, const NeedleSpot&) = default;
};

/// What is looked for in a text, by its window. See Stretch.
struct Needle {
  std::vector<NeedleSpot> spots;
  std::uint32_t window = 0;
  std::vector<std::uint32_t> spellings;
  std::uint64_t before = any, behind = any;  ///< what may stand beside the window, as bit_of() says

  static constexpr std::uint64_t any = ~std::uint64_t{0};
  friend bool operator==(const Needle&, const Needle&) = default;
};

/// Of a stretch with spellings. Sets get numbers: new ones are added to `sets`.
Needle needle_of(const Stretch& stretch, std::vector<CharSet>& sets);

/// Does the needle stand in a text so that its window is at an offset of it, four bytes before the end or more?
bool stands(const Needle& needle, const std::vector<CharSet>& sets, std::string_view text, std::size_t at);

}  // namespace regreen
