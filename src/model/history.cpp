#include "model/history.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

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

std::vector<Curve> curves_of(std::span<const DayCount> counts, Timestamp now, std::size_t days) {
  std::map<std::string, std::size_t> index;  // of a day
  for (std::size_t i = 0; i < days; ++i) index[to_iso(now - std::chrono::days(days - 1 - i)).substr(0, 10)] = i;
  std::map<std::string, Curve> by_name;
  std::map<std::string, double> minutes;
  for (const auto& count : counts) {
    const auto day = index.find(count.day);
    if (day == index.end()) continue;
    Curve& curve = by_name[count.name];
    curve.name = count.name;
    curve.label = count.label;
    curve.days.resize(days);
    curve.days[day->second] += count.failures;
    curve.failures += count.failures;
    curve.repaired += count.repaired;
    minutes[count.name] += count.repair_minutes;
  }
  std::vector<Curve> curves;
  for (auto& [name, curve] : by_name) {
    const auto middle = curve.days.begin() + static_cast<std::ptrdiff_t>(days / 2);
    const std::size_t earlier = std::accumulate(curve.days.begin(), middle, std::size_t{0});
    curve.trend = trend_of(curve.failures - earlier, earlier);
    if (curve.repaired > 0) curve.mttr_minutes = minutes[name] / static_cast<double>(curve.repaired);
    curves.push_back(std::move(curve));
  }
  std::ranges::stable_sort(curves, std::greater{}, &Curve::failures);
  return curves;
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
