#pragma once

#include "rules/stretch.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace regreen {

/// A spot in two bytes.
struct NeedleSpot {
  std::uint16_t code = 0;

  static constexpr std::uint16_t repeats = 0x8000,
                                 is_set = 0x4000;  ///< a set's number is in the other bits, else a byte
  friend auto operator<=>(const NeedleSpot&, const NeedleSpot&) = default;
};

/// What four bytes that stand side by side have in common wherever they fit, the first one lowest: the bits of the mask.
struct FourBytes {
  std::uint32_t value = 0, mask = 0;

  bool fit(std::uint32_t bytes) const { return (bytes & mask) == value; }
};

/// What a needle is made of, in Needles::spots.
struct NeedleShape {
  std::uint32_t first_spot = 0, spot_count = 0;
  std::uint32_t window = 0;  ///< which of its spots begins it
};

/// What is looked for in a text, by its window. See Stretch.
struct Needle {
  std::uint32_t owner = 0;  ///< for whom it is looked for
  NeedleShape shape;
  std::uint32_t first_spelling = 0, spelling_count = 0;
  FourBytes four_before, four, four_behind;  ///< before, in and behind the window: most places are ruled out by them
  std::uint64_t before = any, behind = any;  ///< what may stand beside the window, folded, as bit_of() says

  static constexpr std::uint64_t any = ~std::uint64_t{0};
};

/// Needles, and what all of them are made of.
struct Needles {
  std::vector<Needle> all;
  std::vector<NeedleSpot> spots;
  std::vector<std::uint32_t> spellings;  ///< of windows
  std::vector<CharSet> sets;

  std::span<const NeedleSpot> spots_of(const NeedleShape& needle) const {
    return std::span(spots).subspan(needle.first_spot, needle.spot_count);
  }
  std::span<const std::uint32_t> spellings_of(const Needle& needle) const {
    return std::span(spellings).subspan(needle.first_spelling, needle.spelling_count);
  }
};

/// Adds the needle for a stretch with spellings.
void add_needle(const Stretch& stretch, std::uint32_t owner, Needles& needles);

/// Makes neighbours of needles that look the same, with the same spots: those are then looked at once for all of them.
void unite(Needles& needles);

/// Is [first, first + count) within a size?
inline bool is_within(std::size_t first, std::size_t count, std::size_t size) {
  return first <= size && count <= size - first;
}

/// Do all places in them exist, and so many owners?
bool is_sound(const Needles& needles, std::size_t owners);

/// Does a needle of this shape stand in a text so that its window is at an offset of it, four bytes before the end or more?
bool stands(const Needles& needles, const NeedleShape& needle, std::string_view text, std::size_t at);

}  // namespace regreen
