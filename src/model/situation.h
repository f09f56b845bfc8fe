#pragma once

#include "model/outcome.h"
#include "model/run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// What is done about a run next.
enum class Move {
  wait,      ///< it will be asked about again
  leave,     ///< nothing, and nothing is said
  tell,      ///< people are told what is known
  heal,      ///< read, diagnose, mend and prove
  propose,   ///< the repair goes to people
  rerun,     ///< the failed jobs run again
  confirm,   ///< our proposal's checks are green: it says so
  withdraw,  ///< our proposal does not mend what it was to: it is closed, and says why
};

/// How a run stands: a forge's status and conclusion of it.
enum class RunState {
  running,  ///< or queued, or waiting
  success,
  failure,
  timed_out,
  startup_failure,  ///< no job began
  cancelled,        ///< by people, or because a newer one began
  action_required,  ///< people have to approve it first
  stale,            ///< given up by the forge
  skipped,          ///< or neutral
};

/// Attempts of a run that we ask for, the first included. A forge allows many more, and means people.
constexpr std::uint64_t run_attempts_max = 3;

/// What became of our last proposal about the same failure of the same branch.
enum class ProposalState {
  none,
  open,
  confirmed,  ///< open, and its checks were green
  merged,     ///< since the run began
  closed,     ///< without being merged: somebody said no
};

/// What people made of an earlier proposal of ours.
struct Answer {
  CaseId about;
  bool is_yes = false;  ///< it was merged, and stands; else it was closed, or reverted
  std::string reason;   ///< of rejections(); empty: they have not said
};

/// What a forge knows about a run beside its log, and what there is of ours already.
struct Situation {
  RunState run = RunState::failure;
  std::uint64_t attempt = 1;  ///< of the run
  bool is_old = false;        ///< too old to be run again
  bool is_of_fork = false;
  bool is_superseded = false;  ///< its branch has a newer commit, or is gone
  bool is_ours = false;        ///< it built a repair of ours
  bool fails_alike = false;    ///< … which was to mend the very failure that this run has
  ProposalState proposal = ProposalState::none;
  std::optional<RunRef> base =
      std::nullopt;  ///< the newest run of the same workflow where this one is to be merged, if that failed
  bool base_fails_alike = false;                    ///< … with the same failure
  std::string where = {};                           ///< the address of the proposal, for people
  std::string base_where = {};                      ///< … and of the base's run
  std::optional<Decision> decision = std::nullopt;  ///< how healing ended, once it has
  std::vector<Answer> answers = {};                 ///< to proposals for the same branch, the newest first
};

}  // namespace regreen
