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

/// What earlier failures say, seen from `now`: how often, whether the last fortnight saw more than the one before
/// (`rising`, `improving`, `stable`; `unknown` below three failures), the mean time to repair.
History summarise(std::span<const PastFailure> past, Timestamp now);

}  // namespace regreen
