#include "model/history.h"

#include <algorithm>
#include <cmath>

namespace regreen {
namespace {

std::size_t count_between(std::span<const PastFailure> past, Timestamp from, Timestamp to) {
  return static_cast<std::size_t>(
      std::ranges::count_if(past, [&](const PastFailure& one) { return one.at > from && one.at <= to; }));
}

void add_repairs(std::span<const PastFailure> past, History& history) {
  double minutes = 0;
  std::size_t healed = 0, attempts = 0, successes = 0;
  for (const auto& one : past) {
    attempts += one.attempts;
    successes += one.successes;
    if (!one.healed_at) continue;
    minutes += std::chrono::duration<double, std::ratio<60>>(*one.healed_at - one.at).count();
    ++healed;
  }
  if (healed > 0) history.mttr_minutes = minutes / static_cast<double>(healed);
  if (attempts > 0) history.success_rate = static_cast<double>(successes) / static_cast<double>(attempts);
}

}  // namespace

std::string trend_of(std::size_t recent, std::size_t earlier) {
  const auto sum = static_cast<double>(recent + earlier);
  if (recent + earlier < least_for_a_trend) return "unknown";
  const double difference = static_cast<double>(recent) - static_cast<double>(earlier);
  if (std::abs(difference) < std::sqrt(sum)) return "stable";
  return difference > 0 ? "rising" : "improving";
}

History summarise(std::span<const PastFailure> past, Timestamp now) {
  History history;
  history.seen = past.size();
  if (past.empty()) return history;
  const auto [first, last] = std::ranges::minmax(past, {}, &PastFailure::at);
  history.first_seen = first.at;
  history.last_seen = last.at;
  history.trend = trend_of(count_between(past, now - trend_window, now),
                           count_between(past, now - 2 * trend_window, now - trend_window));
  add_repairs(past, history);
  return history;
}

}  // namespace regreen
