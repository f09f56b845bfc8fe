#pragma once

#include "cli/options.h"
#include "cli/run_context.h"
#include "model/evidence.h"
#include "ports/store.h"

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace regreen {

/// What diagnose has to do with the history: it asks what is known of a signature where a history exists, and adds to it
/// only where that was asked for. Nothing is opened before the first question.
class Recall {
 public:
  Recall(const CommonOptions& common, const DiagnoseOptions& options) : common_(common), options_(options) {}

  /// Keeps a run in the history where that was asked for: its failures, or that its jobs are green. The same log of the
  /// same commit counts once. What cannot be kept is told.
  void record(const Evidence& evidence, const Diagnoses& diagnoses);
  bool could_not_record() const { return could_not_record_; }

  /// Compares what a log says with what green runs of its steps print, where some were learned and that is wanted.
  void compare_with_green(Evidence& evidence);

  /// Fills in what is known. A history that cannot be read is told once, and is no reason not to diagnose.
  void fill(Diagnoses& diagnoses);

 private:
  Result<void> keep(const Evidence& evidence, const Diagnoses& diagnoses);
  Result<std::unique_ptr<Store>> open() const;
  Store* store();  ///< nothing where there is no history, or none that can be used
  const RunContext& context();
  bool any_green_known();
  const Sketch* sketch_of(const Step& step);

  const CommonOptions& common_;
  const DiagnoseOptions& options_;
  std::unique_ptr<Store> store_;
  std::optional<Error> trouble_;  // why it could not be opened
  std::optional<RunContext> context_;
  std::optional<std::set<StepKey>> green_;             // of which green runs are known
  std::map<StepKey, std::optional<Sketch>> sketches_;  // those that were asked for; nothing for damaged ones
  bool looked_ = false;
  bool could_not_record_ = false;
};

}  // namespace regreen
