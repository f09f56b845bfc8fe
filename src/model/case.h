#pragma once

#include "base/id.h"
#include "base/time.h"
#include "model/attempt.h"
#include "model/diagnosis.h"
#include "model/evidence.h"
#include "model/outcome.h"
#include "model/plan.h"
#include "model/run.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regreen {

using Diagnoses = std::vector<Diagnosis>;

/// What the verify command did before anything was changed: the fact the decision starts from.
struct Reproduction {
  std::string command;
  int exit = 0;
  bool passed = false;
  double seconds = 0;
  Diagnoses diagnoses;     ///< all causes in its output; the log's where it has none; empty when it passed
  std::size_t passes = 0;  ///< of the repetitions that look for flakiness
  std::size_t failures = 0;
  Rehearsal::End end = Rehearsal::End::exited;
  std::optional<Witness> witness = {};  ///< of its first run
};

using ChapterBody = std::variant<RunRef, Evidence, Diagnoses, Reproduction, Plan, Attempt, Outcome, Retreat>;

/// One thing that happened to a Case, and when.
struct Chapter {
  Timestamp at;
  ChapterBody body;
};

/// One failure of one run and everything that was found out, tried and decided: an append-only list of chapters, with
/// views that answer what is known now. Stages append; nothing is ever changed. A value.
class Case {
 public:
  Case() = default;
  explicit Case(CaseId id) : id_(std::move(id)) {}

  const CaseId& id() const { return id_; }
  const std::vector<Chapter>& chapters() const { return chapters_; }
  void add(Timestamp at, ChapterBody body) { chapters_.push_back({at, std::move(body)}); }

  const RunRef* run() const { return first<RunRef>(); }
  const Evidence* evidence() const { return first<Evidence>(); }
  const Diagnoses* diagnoses() const { return first<Diagnoses>(); }
  const Reproduction* reproduction() const { return first<Reproduction>(); }
  const Plan* plan() const { return last<Plan>(); }
  const Outcome* outcome() const { return last<Outcome>(); }
  std::vector<const Attempt*> attempts() const;

  /// The attempts that helped and were not taken back, in their order.
  std::vector<const Attempt*> steps() const;

  /// The causes as far as they are known: what showed behind the last step, else what was reproduced, else the log's.
  /// Surest first; empty before the log was diagnosed.
  const Diagnoses& causes() const;

  /// What it is about: what the log says first; where that is "unknown", what failed here. Null for a green log, and before
  /// the log was diagnosed.
  const Diagnosis* subject() const;

  /// The attempts on today's causes: those since the last step, and those that led back here.
  std::vector<const Attempt*> attempts_now() const;

  /// The patches of all steps, one on top of the other.
  Patch patch() const;

  /// The remedies of the steps, in their order.
  std::vector<std::string> remedies() const;

  bool settled() const { return outcome() != nullptr; }

 private:
  template <class T>
  const T* first() const {
    for (const auto& chapter : chapters_) {
      if (const T* body = std::get_if<T>(&chapter.body)) return body;
    }
    return nullptr;
  }
  template <class T>
  const T* last() const {
    const T* found = nullptr;
    for (const auto& chapter : chapters_) {
      if (const T* body = std::get_if<T>(&chapter.body)) found = body;
    }
    return found;
  }

  CaseId id_;
  std::vector<Chapter> chapters_;
};

/// The id of the Case of a run: a hash of its key, so that the same failure of the same run is the same Case.
CaseId case_id(const RunRef& run);

}  // namespace regreen
