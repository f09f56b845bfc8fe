#include "report/words.h"

#include "base/text.h"
#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {

std::string place_text(const Location& location) {
  if (location.line == 0) return printable(location.file);
  return fmt::format("{}:{}", printable(location.file), location.line);
}

std::string job_text(const Diagnosis& diagnosis) {
  std::vector<std::string> parts;
  if (!diagnosis.job.empty()) parts.push_back(printable(diagnosis.job));
  if (!diagnosis.step.empty()) parts.push_back(printable(diagnosis.step));
  std::string text = join(parts, " › ");
  if (const auto jobs = diagnosis.jobs.size(); jobs > 1) {
    text += fmt::format("{}and {} more job{}", text.empty() ? "" : " ", jobs - 1, jobs > 2 ? "s" : "");
  }
  return text;
}

std::string duration_text(double minutes) {
  constexpr double hour = 60, day = 24 * hour;
  if (minutes < 2 * hour) return fmt::format("{:.3g} min", std::max(minutes, 0.0));
  return minutes < 2 * day ? fmt::format("{:.3g} h", minutes / hour) : fmt::format("{:.3g} d", minutes / day);
}

std::string history_text(const History& history) {
  if (history.seen == 0) return "not seen before";
  std::string text = history.seen == 1 ? "seen once" : fmt::format("seen {} times", history.seen);
  if (history.first_seen) text += " since " + to_iso(*history.first_seen).substr(0, 10);
  if (history.trend != "unknown") text += ", " + history.trend;
  if (history.mttr_minutes)
    text += fmt::format("; green again after {} on average", duration_text(*history.mttr_minutes));
  if (history.success_rate) text += fmt::format("; {:.0f} % of repairs helped", *history.success_rate * 100);
  return text;
}

std::string green_text(std::size_t green_runs) {
  return fmt::format("compared with {} green {}: what they print too is no evidence", green_runs,
                     green_runs == 1 ? "run" : "runs");
}

}  // namespace regreen
