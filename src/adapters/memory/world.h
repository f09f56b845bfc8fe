#pragma once

#include "model/tree.h"
#include "ports/clock.h"
#include "ports/forge.h"
#include "ports/store.h"
#include "ports/workspace.h"

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace regreen {

/// The outside world in memory, for trials and tests: nothing outside the process is read or changed.

/// A clock that moves on by a second each time it is asked.
class MemoryClock final : public Clock {
 public:
  explicit MemoryClock(Timestamp start = {}) : now_(start) {}
  Timestamp now() override { return now_ += std::chrono::seconds(1); }

 private:
  Timestamp now_;
};

/// One log, and the proposals that were made.
class MemoryForge final : public Forge {
 public:
  explicit MemoryForge(std::string log) : log_(std::move(log)) {}

  Result<std::unique_ptr<Source>> fetch(const RunRef& run) override;
  Result<Situation> look(const RunRef&, const Signature&) override { return situation; }
  Result<void> apply(const Proposal& proposal) override;
  Result<void> take_back(const Proposal& proposal) override;

  Situation situation;  ///< what look() answers
  std::vector<Proposal> proposals;
  std::vector<Proposal> taken_back;
  std::optional<Error> denial;  ///< what apply() answers instead

 private:
  std::string log_;
};

/// A tree, and a function that stands for running commands in it.
class MemoryWorkspace final : public Workspace {
 public:
  using Runs = std::function<Rehearsal(const Tree& tree, const Command& command)>;
  using Tools = std::function<Patch(const Tree& tree, const Command& tool)>;

  MemoryWorkspace(MemoryTree tree, Runs runs, Tools tools = {})
      : tree_(std::move(tree)), runs_(std::move(runs)), tools_(std::move(tools)) {}

  const Tree& tree() const override { return tree_; }
  const LastCommit& last_commit() const override { return commit; }
  bool is_private(const Command&) const override { return side_by_side; }
  Result<Rehearsal> rehearse(const Patch& patch, const Command& command, const std::stop_token& stop = {}) override;
  Result<ToolRun> run(const Patch& patch, const Command& tool, const std::stop_token& stop = {}) override;

  LastCommit commit;  ///< what last_commit() answers
  std::atomic<std::size_t> rehearsals = 0;
  bool side_by_side = false;  ///< what it was given may be called by several threads

 private:
  MemoryTree tree_;
  Runs runs_;
  Tools tools_;
};

class MemoryStore final : public Store {
 public:
  Result<std::optional<Case>> load(const CaseId& id) override;
  Result<void> append(const CaseId& id, const Chapter& chapter) override;
  Result<void> reopen(const CaseId& id) override;
  Result<std::vector<CaseId>> recent(std::size_t limit) override;
  Result<std::size_t> settle_green(const RunRef& run, const std::string& job, Timestamp at) override;
  Result<History> history(const Signature& signature, Timestamp now) override;
  Result<std::map<RemedyId, Odds>> odds(const Signature& signature, const std::string& category) override;
  Result<Past> past() override;
  Result<void> set_stop(const std::optional<Stop>& stop) override;
  Result<std::vector<CategoryCount>> counts() override;
  Result<std::vector<Curve>> curves(CurveOf of, Timestamp now, std::size_t days, std::size_t limit) override;
  Result<bool> learn_green(const GreenRun& run) override;
  Result<std::optional<Sketch>> sketch(const StepKey& key) override;
  Result<std::vector<GreenStep>> green_steps(const StepFilter& filter) override;
  Result<std::size_t> forget_green(const StepFilter& filter) override;

 private:
  struct Green {
    Sketch sketch;
    Timestamp learned_at;
  };
  struct Failure {
    CaseId one;
    Diagnosis diagnosis;
    Timestamp at;
    std::optional<Timestamp> healed_at;
    std::vector<Attempt> attempts;
    RunRef run;
    Timestamp tried_at = {};  // of the last attempt
  };
  void take_back(const CaseId& one);
  bool knows(const CaseId& one, const Signature& signature) const;
  void forget_oldest(const StepKey& newest);

  std::vector<CaseId> order_;  // newest last
  std::map<CaseId, Case> cases_;
  std::map<StepKey, Green> green_;
  std::optional<Stop> stop_;
  std::vector<Failure> failures_;  // outlive the chapters of a reopened Case
};

}  // namespace regreen
