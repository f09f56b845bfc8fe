#include "adapters/github/limits.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr unsigned troubles_max = 3;  // of its own, in a row
constexpr double secondary_s = 60;

double seconds_since_epoch(Timestamp time) { return std::chrono::duration<double>(time.time_since_epoch()).count(); }

bool is_limit(const HttpAnswer& answer) {
  if (answer.status == 429) return true;
  if (answer.status != 403) return false;
  return !answer.header("retry-after").empty() || answer.header("x-ratelimit-remaining") == "0" ||
         contains(lower(answer.body), "secondary rate limit");
}

}  // namespace

std::optional<Pause> pause_for(const HttpRequest& request, const HttpAnswer& answer, Timestamp now, unsigned tries) {
  if (answer.status >= 500 && answer.status != 501) {
    if (request.method != "GET" || tries >= troubles_max) return std::nullopt;
    return Pause{static_cast<double>(1U << tries), fmt::format("GitHub has trouble of its own ({})", answer.status)};
  }
  if (!is_limit(answer)) return std::nullopt;
  if (const auto after = parse_number(answer.header("retry-after"))) {
    return Pause{static_cast<double>(std::max(*after, 1L)), "GitHub asks to wait"};
  }
  const auto reset = parse_number(answer.header("x-ratelimit-reset"));
  if (reset && answer.header("x-ratelimit-remaining") == "0") {
    return Pause{std::max(1.0, static_cast<double>(*reset) - seconds_since_epoch(now) + 1),
                 "GitHub's limit of requests is used up"};
  }
  return Pause{secondary_s * static_cast<double>(1U << std::min(tries, 10U)), "GitHub finds the requests too many"};
}

}  // namespace regreen
