#pragma once

#include "model/remedy.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// Why something is not done, and by which rule of the policy.
struct Refusal {
  std::string rule;    ///< e.g. "policy.protected-file", "category.credential", "log.instructions"
  std::string reason;  ///< one sentence for a human
};

/// How often a remedy helped (Beta-Bernoulli counts): of this signature, else of this category.
struct Odds {
  double successes = 0;
  double failures = 0;

  /// The posterior mean with one success and one failure assumed beforehand.
  double success_rate() const { return (successes + 1) / (successes + failures + 2); }
};

/// The priority of a remedy, in the points of B8; shown by `regreen explain`.
struct Priority {
  double confidence = 0;  ///< 0–100: the diagnosis' confidence
  double success = 0;     ///< 0–50: the remedy's success rate
  double severity = 0;    ///< 30 high, 15 medium, 0 low

  double total() const { return confidence + success + severity; }
};

struct PlannedRemedy {
  Remedy remedy;
  std::size_t about = 0;  ///< which of the known causes it is for
  Priority priority;
  std::optional<Refusal> struck;  ///< the policy does not allow it
};

/// What will be tried, in this order, and what will not.
struct Plan {
  std::vector<PlannedRemedy> remedies;
  std::optional<Refusal> refusal;     ///< nothing at all may be tried
  std::vector<std::string> warnings;  ///< what would have stopped unattended work
};

}  // namespace regreen
