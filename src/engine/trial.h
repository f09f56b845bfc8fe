#pragma once

#include "mend/mend.h"
#include "model/case.h"
#include "policy/config.h"
#include "policy/decide.h"
#include "ports/workspace.h"

#include <stop_token>
#include <vector>

namespace regreen {

/// One candidate of a remedy, and the failure that it is to mend.
struct Trial {
  Remedy remedy;
  Diagnosis cause;
  std::size_t number = 0;  ///< of the remedy's candidates
  Candidate candidate;
};

/// What all trials of a round start from.
struct Ground {
  RunRef run;
  Patch patch;       ///< what helped so far
  Diagnoses causes;  ///< what is left
  Command verify;
  double verify_s = 0;  ///< what it took before anything was changed
};

/// The trials of a Case's plan that were not made yet, the most promising first. Remedies are asked when their turn comes.
class Trials {
 public:
  /// At most so many. Borrows the workspace's tree and last commit, and the rules.
  Trials(const Case& one, const Workspace& workspace, const RuleSet& rules, std::size_t most);

  /// The next one; nothing where there is none.
  std::optional<Trial> next();

 private:
  bool was_made(const Trial& trial) const;
  bool ask_next_remedy();

  Plan plan_;
  Diagnoses causes_;
  std::string command_;  // what failed
  PatchedTree tree_;
  const LastCommit& last_commit_;
  const RuleSet& rules_;
  std::size_t left_;
  std::vector<Attempt> made_;
  std::size_t remedies_ = 0;  // asked so far
  std::vector<Trial> waiting_;
};

/// What trials are made with. Borrowed, and used by many threads at once.
struct Means {
  Workspace& workspace;
  const RuleSet& rules;
  const Config& config;
  Attended attended;
};

/// Makes a patch of the candidate, has the guards judge it, rehearses it and says what came of it.
Result<Attempt> attempt(const Trial& trial, const Ground& ground, const Means& means, Urgency urgency,
                        const std::stop_token& stop);

/// How many trials on this ground may be made at the same time: one where they would disturb each other, or a
/// race would gain nothing.
std::size_t lanes_for(const Ground& ground, const Means& means);

/// All causes in what a command printed; "unknown" where it cannot be read.
Diagnoses causes_in(const Rehearsal& rehearsal, const RunRef& run, const RuleSet& rules);

/// Tools print where the repository lies on this machine; everyone else knows its files by their relative paths.
void name_checkout(Evidence& evidence, const std::string& folder);

}  // namespace regreen
