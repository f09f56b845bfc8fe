#pragma once

#include "rules/pattern_cutter.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace regreen {

/// Which bytes may stand at a spot of a text.
struct Spot {
  CharSet set;           ///< all digits or none
  bool repeats = false;  ///< so many of them as there are, one at least; the spots beside it have none of them

  friend bool operator==(const Spot&, const Spot&) = default;
};

using Spots = std::vector<Spot>;

inline constexpr std::size_t window_bytes = 4;

/// A stretch of text, to be found by its window: four bytes of it.
struct Stretch {
  Spots spots;
  std::size_t window = 0;                ///< the spot where it begins
  std::vector<std::uint32_t> spellings;  ///< of the window: four bytes each, folded, the first one lowest

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// How often something is to be expected in a million bytes of logs: endlessly often where it says nothing.
inline constexpr double always = std::numeric_limits<double>::infinity();

/// The stretch with the window of which all spellings together are the least common. Without spellings where there is
/// none: it is short, or says little.
Stretch stretch_of(Spots spots);

/// What looking for stretches costs in a million bytes of logs: one for each of their windows that is expected there,
/// `needle_cost` for each of them whose window that is, and as much as trying a pattern costs more, `pattern_cost`, for
/// each whose other spots are expected to fit as well.
double cost_of(const std::vector<Stretch>& stretches);
inline constexpr double needle_cost = 0.25, pattern_cost = 40;

}  // namespace regreen
