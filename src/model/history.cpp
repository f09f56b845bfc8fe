#include "model/history.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t least_for_a_trend = 3;        // fewer failures show nothing
constexpr auto window = std::chrono::days(14);      // as Kubernetes' triage looks back
constexpr double clear_change = 1.5;                // a ratio below it is noise at such counts

std::string trend_of(std::span<const PastFailure> past, Timestamp now) {
  if (past.size() < least_for_a_trend) return "unknown";
  const auto between = [&](Timestamp from, Timestamp to) {
    return static_cast<double>(
        std::ranges::count_if(past, [&](const PastFailure& one) { return one.at > from && one.at <= to; }));
  };
  const double recent = between(now - window, now);
  const double earlier = between(now - 2 * window, now - window);
  if (recent > earlier * clear_change) return "rising";
  return recent * clear_change < earlier ? "improving" : "stable";
}

}  // namespace

History summarise(std::span<const PastFailure> past, Timestamp now) {
  History history{past.size(), trend_of(past, now), std::nullopt, std::nullopt};
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
  return history;
}

}  // namespace regreen
