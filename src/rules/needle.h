#pragma once

#include "rules/pattern_cutter.h"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace regreen {

/// Which bytes may stand at a spot of a text.
struct Spot {
  CharSet set;
  bool repeats = false;  ///< so many of them as there are, one at least; the spots beside it have none of them

  friend bool operator==(const Spot&, const Spot&) = default;
};

/// A stretch of text.
using Spots = std::vector<Spot>;

/// What is looked for in a text, by its window: four bytes of it, of which all spellings together are the least common.
struct Needle {
  Spots spots;
  std::uint32_t window = 0;  ///< the spot where it begins

  friend bool operator==(const Needle&, const Needle&) = default;
};

/// The best window of a stretch of text, and how often one of its spellings is to be expected in a million bytes of
/// logs. Endlessly often where there is none: the stretch is short, or says little.
struct Window {
  static constexpr double always = std::numeric_limits<double>::infinity();
  std::size_t start = 0;
  double commonness = always;
};
Window window_of(const Spots& spots);

/// Does the needle stand in a text so that its window is at an offset of it, four bytes before the end or more?
bool stands(const Needle& needle, std::string_view text, std::size_t at);

/// The spellings of a needle's window: four bytes each, folded, the first one lowest.
std::vector<std::uint32_t> spellings_of(const Needle& needle);

/// What looking for needles costs in a million bytes of logs: one for each of their windows that is expected there, and
/// as much as trying a pattern costs more, `pattern_cost`, for each whose other spots are expected to fit as well.
double cost_of(const std::vector<Needle>& needles);
inline constexpr double pattern_cost = 25;

/// Makes one of capitals and small letters, in each of four bytes. Others may coincide too: more is found, that is all.
constexpr std::uint32_t fold(std::uint32_t bytes) { return bytes | 0x20202020U; }

/// A number below 2^bits for four folded bytes: multiplicative hashing (Knuth, TAOCP vol. 3, 6.4).
constexpr std::uint32_t hash_of(std::uint32_t folded, unsigned bits) { return (folded * 2654435761U) >> (32 - bits); }

}  // namespace regreen
