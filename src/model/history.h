#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/time.h"
#include "model/diagnosis.h"

namespace regreen {

/// One earlier failure of a signature, and when it was green again.
struct PastFailure {
  Timestamp at;
  std::optional<Timestamp> healed_at;
  std::size_t attempts = 0;
  std::size_t successes = 0;
};

/// A trend compares this long a time with the time of the same length before it.
inline constexpr auto trend_window = std::chrono::days(14);

/// Fewer failures than this in both windows together show no trend.
inline constexpr std::size_t least_for_a_trend = 3;

/// Did more fail (`rising`) or less (`improving`) than before, by more than chance moves such counts: by at least the
/// square root of their sum, which is one standard deviation of their difference where nothing changed? Else `stable`;
/// `unknown` where there are too few.
std::string trend_of(std::size_t recent, std::size_t earlier);

/// What earlier failures say, seen from `now`: how often, from when to when, the trend, the mean time from a failure to
/// green, and which part of the repairs helped.
History summarise(std::span<const PastFailure> past, Timestamp now);

}  // namespace regreen
