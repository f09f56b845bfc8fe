#pragma once

#include "base/time.h"
#include "net/http.h"

#include <optional>
#include <string>

namespace regreen {

/// What to do about an answer that asks for patience.
struct Pause {
  double seconds = 0;
  std::string why;  ///< for the person who waits
};

/// Does an answer of GitHub ask to wait and send the same again? `retry-after` before the limit's reset, and a minute at
/// least, doubled each time, where a secondary limit names neither; trouble of its own (5xx) passes in seconds, and only a
/// request that changes nothing is sent again for it. `tries` counts from 0.
/// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
std::optional<Pause> pause_for(const HttpRequest& request, const HttpAnswer& answer, Timestamp now, unsigned tries);

}  // namespace regreen
