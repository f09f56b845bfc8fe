#pragma once

#include "base/result.h"
#include "model/case.h"
#include "model/history.h"
#include "model/restraint.h"
#include "model/sketch.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// What the days of a curve are added up by.
enum class CurveOf { category, signature };

/// Remembers Cases chapter by chapter, across processes. Every call is one transaction. One thread at a time.
class Store {
 public:
  virtual ~Store() = default;

  /// The Case of this id as far as it is written; nothing where there is none.
  virtual Result<std::optional<Case>> load(const CaseId& id) = 0;

  /// Appends a chapter. Once this returns, a killed process finds it again.
  virtual Result<void> append(const CaseId& id, const Chapter& chapter) = 0;

  /// Forgets the chapters of a settled Case, so that the same run can be healed afresh. Its history stays.
  virtual Result<void> reopen(const CaseId& id) = 0;

  /// The newest Cases first.
  virtual Result<std::vector<CaseId>> recent(std::size_t limit) = 0;

  /// A job ran green: what failed in it earlier, on the same branch of the same repository, is repaired. Answers how
  /// many failures those were. The run's commit and id do not matter.
  virtual Result<std::size_t> settle_green(const RunRef& run, const std::string& job, Timestamp at) = 0;

  /// What earlier Cases say about a signature, seen from `now`. One run counts once, however often it is healed.
  virtual Result<History> history(const Signature& signature, Timestamp now) = 0;

  /// How often each remedy helped: of this signature where it was tried, else of this category.
  virtual Result<std::map<RemedyId, Odds>> odds(const Signature& signature, const std::string& category) = 0;

  /// What came of the last repairs, and whether all is stopped.
  virtual Result<Past> past() = 0;

  /// Stops all unattended healing that uses this store, or lets it go on.
  virtual Result<void> set_stop(const std::optional<Stop>& stop) = 0;

  /// By category, most failures first.
  virtual Result<std::vector<CategoryCount>> counts() = 0;

  /// The failures of the last days, most first; at most `limit` curves.
  virtual Result<std::vector<Curve>> curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) = 0;

  /// Adds what a green run printed to what is known of its steps; false where all of them knew that run. Of more than
  /// `GreenRun::steps_max` steps of a workflow, those that were not learned for the longest time are forgotten.
  virtual Result<bool> learn_green(const GreenRun& run) = 0;

  /// What green runs of a step print; nothing where none were learned. One that is damaged is an error, until the step is
  /// learned again or forgotten.
  virtual Result<std::optional<Sketch>> sketch(const StepKey& key) = 0;

  /// The steps of which green runs are known, in the order of their keys.
  virtual Result<std::vector<GreenStep>> green_steps(const StepFilter& filter) = 0;

  /// Forgets the green runs of steps. Answers how many steps those were.
  virtual Result<std::size_t> forget_green(const StepFilter& filter) = 0;
};

}  // namespace regreen
