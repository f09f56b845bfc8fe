#pragma once

#include "base/result.h"
#include "model/proposal.h"
#include "model/run.h"
#include "model/source.h"

#include <memory>

namespace regreen {

/// Where runs come from and repairs go to: a code forge, or the user's own repository and log files.
class Forge {
 public:
  virtual ~Forge() = default;

  /// The log and reports of a run.
  virtual Result<std::unique_ptr<Source>> fetch(const RunRef& run) = 0;

  /// What is known of a run beside its log, and of our earlier proposals about a failure with this signature (empty: none).
  virtual Result<Situation> look(const RunRef& run, const Signature& cause) = 0;

  /// Carries out a proposal, completely or not at all. Doing so twice changes nothing more.
  virtual Result<void> apply(const Proposal& proposal) = 0;

  /// Undoes what apply() did, completely or not at all; `message` says why. `denied` where somebody has changed its files
  /// since. Doing so twice changes nothing more.
  virtual Result<void> take_back(const Proposal& proposal) = 0;
};

}  // namespace regreen
