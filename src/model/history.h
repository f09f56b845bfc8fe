#pragma once

#include "base/time.h"
#include "model/diagnosis.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

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

/// A line of `regreen stats`: how often a category failed and how often its repairs were proved.
struct CategoryCount {
  std::string category;
  std::size_t failures = 0;
  std::size_t attempts = 0;
  std::size_t successes = 0;
  std::size_t repaired = 0;  ///< failures that were green again
  std::optional<double> mttr_minutes;
  std::optional<Timestamp> last_seen;
};

/// What failed on one day (UTC, "2026-01-31"), added up by category or signature.
struct DayCount {
  std::string name;   ///< of the category, or the signature
  std::string label;  ///< for people: the root cause of a signature
  std::string day;
  std::size_t failures = 0;
  std::size_t repaired = 0;
  double repair_minutes = 0;  ///< of all that were repaired
};

/// The failures of one name over a stretch of days.
struct Curve {
  std::string name, label;
  std::vector<std::size_t> days;  ///< the oldest first, today last
  std::size_t failures = 0;
  std::size_t repaired = 0;
  std::optional<double> mttr_minutes;
  std::string trend;  ///< the later half of the days against the earlier half
};

/// Curves of so many days up to `now`, most failures first. Days outside count for nothing.
std::vector<Curve> curves_of(std::span<const DayCount> counts, Timestamp now, std::size_t days);

/// What earlier failures say, seen from `now`: how often, from when to when, the trend, the mean time from a failure to
/// green, and which part of the repairs helped.
History summarise(std::span<const PastFailure> past, Timestamp now);

}  // namespace regreen
