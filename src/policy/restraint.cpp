#include "policy/restraint.h"

#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace regreen {
namespace {

std::string day_of(Timestamp at) { return to_iso(at).substr(0, 10); }

std::optional<Refusal> stopped(const Past& past) {
  if (!past.stop) return std::nullopt;
  const std::string why = past.stop->reason.empty() ? "" : ": " + past.stop->reason;
  return Refusal{"policy.stopped", fmt::format("Healing was stopped on {}{}; `regreen resume` lets it go on",
                                               day_of(past.stop->at), why)};
}

std::optional<Refusal> broken(const Past& past, const Config& config, Timestamp now) {
  const auto& settings = config.circuit_breaker;
  if (breaker_of(past.repairs, settings, now) != Breaker::open) return std::nullopt;
  return Refusal{
      "policy.circuit-breaker",
      fmt::format("Fewer than {:.0f} % of the last {} repairs helped; the next is tried {} minutes after the last",
                  settings.threshold * 100, settings.window, settings.cooldown_minutes)};
}

std::optional<Refusal> too_many_today(const RunRef& run, const Past& past, const Config& config, Timestamp now) {
  const auto count = std::ranges::count_if(past.repairs, [&](const PastRepair& one) {
    return one.repository == run.repository && day_of(one.at) == day_of(now);
  });
  if (static_cast<std::size_t>(count) < config.max_heal_attempts_per_day) return std::nullopt;
  return Refusal{"policy.max-heal-attempts-per-day",
                 fmt::format("{} repairs were tried in this repository today", count)};
}

// A16: the same failure again and again, and nothing helps. A success begins the count anew.
std::optional<Refusal> too_often(const Diagnosis& diagnosis, const Past& past, const Config& config) {
  std::size_t failures = 0;
  for (const auto& one : past.repairs) {
    if (one.signature != diagnosis.signature) continue;
    failures = one.success ? 0 : failures + 1;
  }
  if (failures < config.max_attempts_per_signature) return std::nullopt;
  return Refusal{"policy.max-attempts-per-signature",
                 fmt::format("This failure was tried {} times without success", failures)};
}

}  // namespace

Breaker breaker_of(const std::vector<PastRepair>& repairs, const Config::CircuitBreaker& settings, Timestamp now) {
  const auto pause = std::chrono::minutes(settings.cooldown_minutes);
  std::optional<Timestamp> opened;
  std::deque<bool> window;
  for (const auto& one : repairs) {
    if (opened && one.success && one.at >= *opened + pause) {
      opened.reset();
      window.clear();
    } else if (opened) {
      opened = std::max(*opened, one.at);
    } else {
      window.push_back(one.success);
      if (window.size() > settings.window) window.pop_front();
      const auto successes = static_cast<double>(std::ranges::count(window, true));
      const bool is_full = window.size() == settings.window;
      if (is_full && successes < settings.threshold * static_cast<double>(window.size())) opened = one.at;
    }
  }
  if (!opened) return Breaker::closed;
  return now < *opened + pause ? Breaker::open : Breaker::half_open;
}

std::vector<Refusal> restraints(const Diagnosis& diagnosis, const RunRef& run, const Past& past, const Config& config,
                                Timestamp now) {
  std::vector<Refusal> found;
  for (const auto& refusal : {stopped(past), broken(past, config, now), too_many_today(run, past, config, now),
                              too_often(diagnosis, past, config)}) {
    if (refusal) found.push_back(*refusal);
  }
  return found;
}

}  // namespace regreen
