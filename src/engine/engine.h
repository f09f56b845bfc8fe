#pragma once

#include "deliver/deliver.h"
#include "model/case.h"
#include "policy/config.h"
#include "policy/decide.h"
#include "policy/next_move.h"
#include "ports/clock.h"
#include "ports/forge.h"
#include "ports/store.h"
#include "ports/workspace.h"
#include "rules/rule_set.h"

#include <functional>
#include <string>
#include <string_view>

namespace regreen {

/// The outside world as the engine asks it. Borrowed.
struct World {
  Forge& forge;
  Workspace& workspace;
  Store& store;
  Clock& clock;
};

/// What a healing is asked to do.
struct HealOptions {
  Command verify;  ///< must fail before and pass after; an empty line: it is looked for
  DeliverOptions deliver;
  Attended attended = Attended::yes;
  std::string version;                                                       ///< of this program, for the proof
  std::function<void(std::string_view)> progress = [](std::string_view) {};  ///< a line for a waiting person
};

/// Takes one red run through the stages, and remembers. One Case at a time.
class Engine {
 public:
  /// Rules and configuration are borrowed, like the world.
  Engine(World world, const RuleSet& rules, const Config& config) : world_(world), rules_(rules), config_(config) {}

  /// Heals a run as far as it can be and says how it ended: the Case has an Outcome. An unfinished Case of the same run
  /// is resumed; nothing of it is done twice. A run without a name is named by the hash of its log. An Error is our own trouble, and leaves the repository as it was.
  Result<Case> heal(RunRef run, HealOptions options);

 private:
  Result<Case> open_case(const RunRef& run, const HealOptions& options);
  Result<void> remember(Case& one, ChapterBody chapter);
  Result<Evidence> fetch(const RunRef& run);

  Result<std::string> command_for(const Diagnosis& diagnosis, const HealOptions& options);
  Result<Reproduction> reproduce(const RunRef& run, const Diagnoses& logged, const HealOptions& options);
  Result<void> look_for_flakiness(Reproduction& seen, const HealOptions& options);

  Result<Situation> look(const Case& one, Attended attended);
  bool fails_alike(const RunRef& run, const Diagnosis& diagnosis);
  Result<void> hold_back(Case& one, const HealOptions& options);
  Result<std::vector<Refusal>> restraints_on(const Case& one) const;
  Result<Plan> plan(const Case& one, Attended attended);
  Result<bool> try_remedies(Case& one, const HealOptions& options);
  Result<bool> go_back(Case& one, const HealOptions& options);

  Course course_of(const Outcome& outcome, Attended attended) const;
  Result<void> settle(Case& one, Outcome outcome, const HealOptions& options);
  Result<Case> deliver(Case one, const HealOptions& options);

  World world_;
  const RuleSet& rules_;
  const Config& config_;
  Timestamp started_;
  Situation situation_;
};

}  // namespace regreen
