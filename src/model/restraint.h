#pragma once

#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// One Case in which remedies were tried: what came of it.
struct PastRepair {
  std::string repository;
  Signature signature;   ///< of what it was about
  Timestamp at;          ///< of the last remedy
  bool success = false;  ///< the last one was proved, and not taken back
};

/// Somebody has stopped all healing that nobody watches.
struct Stop {
  Timestamp at;
  std::string reason;
};

/// What unattended work looks at before it begins.
struct Past {
  std::optional<Stop> stop;
  std::vector<PastRepair> repairs;  ///< oldest first; the last `repairs_max`

  static constexpr std::size_t repairs_max = 1000;  // many times more than any limit counts
};

}  // namespace regreen
