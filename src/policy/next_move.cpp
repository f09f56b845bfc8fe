#include "policy/next_move.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using S = const Situation&;

struct Row {
  Course course;
  bool (*holds)(S);
};

bool is_over_without_failure(S now) {
  return now.run == RunState::success || now.run == RunState::cancelled || now.run == RunState::stale ||
         now.run == RunState::skipped;
}

bool has_open(S now) { return now.proposal == ProposalState::open || now.proposal == ProposalState::confirmed; }

bool ended(S now, Decision decision) { return now.decision == decision; }

// clang-format off
constexpr auto rows = std::to_array<Row>({
    {{Move::wait, "run.running", "It is not completed"}, [](S now) { return now.run == RunState::running; }},
    {{Move::leave, "run.awaits-approval", "People have to approve the run first"}, [](S now) { return now.run == RunState::action_required; }},
    {{Move::confirm, "proposal.green", "The checks of the repair are green"}, [](S now) { return now.is_ours && now.run == RunState::success && now.proposal == ProposalState::open; }},
    {{Move::leave, "run.not-failed", "It did not fail"}, is_over_without_failure},
    {{Move::withdraw, "proposal.failed", "The repair does not mend it: its own checks fail in the same way"}, [](S now) { return now.is_ours && has_open(now) && now.fails_alike; }},
    {{Move::tell, "proposal.red", "The checks of the repair fail for another reason"}, [](S now) { return now.is_ours && has_open(now); }},
    {{Move::leave, "run.ours", "It built a commit of ours, and those are not healed"}, [](S now) { return now.is_ours; }},
    {{Move::leave, "run.superseded", "Its branch has a newer commit, or is gone"}, [](S now) { return now.is_superseded; }},
    {{Move::tell, "run.base-fails", "What it is to be merged into fails in the same way"}, [](S now) { return now.base_fails_alike; }},
    {{Move::tell, "run.of-fork", "It is of a fork: its code is only looked at"}, [](S now) { return now.is_of_fork; }},
    {{Move::leave, "proposal.open", "A repair of this failure is proposed already"}, has_open},
    {{Move::leave, "proposal.closed", "A repair of this failure was proposed, and somebody closed it"}, [](S now) { return now.proposal == ProposalState::closed; }},
    {{Move::leave, "proposal.merged", "A repair of this failure was merged after the run began"}, [](S now) { return now.proposal == ProposalState::merged; }},
    {{Move::tell, "run.no-jobs", "No job of it began: the workflow itself is wrong, or the account's limits"}, [](S now) { return now.run == RunState::startup_failure; }},
    {{Move::heal, "run.failed", "It failed"}, [](S now) { return !now.decision; }},
    {{Move::propose, "healed.patched", "A repair is proved"}, [](S now) { return ended(now, Decision::patched); }},
    {{Move::leave, "healed.nothing", "There is nothing to heal"}, [](S now) { return ended(now, Decision::nothing); }},
    {{Move::tell, "run.fails-again", "It was run several times, and that does not pass by itself"}, [](S now) { return ended(now, Decision::retry) && now.attempt >= run_attempts_max; }},
    {{Move::tell, "run.too-old", "It would pass when run again, and is too old for that"}, [](S now) { return ended(now, Decision::retry) && now.is_old; }},
    {{Move::rerun, "healed.retry", "It passes by itself"}, [](S now) { return ended(now, Decision::retry); }},
    {{Move::tell, "healed.human", "A person decides"}, [](S) { return true; }},
});
// clang-format on

constexpr auto all_courses = [] {
  std::array<Course, rows.size()> courses;
  std::ranges::transform(rows, courses.begin(), &Row::course);
  return courses;
}();

}  // namespace

std::span<const Course> courses() { return all_courses; }

Course next_move(const Situation& now) {
  return std::ranges::find_if(rows, [&](const Row& row) { return row.holds(now); })->course;
}

std::optional<Course> course_named(std::string_view rule) {
  const auto found = std::ranges::find(all_courses, rule, &Course::rule);
  return found == all_courses.end() ? std::nullopt : std::optional(*found);
}

Course move_after(Decision decision, const Situation& now) {
  Situation then;
  then.attempt = now.attempt;
  then.is_old = now.is_old;
  then.decision = decision;
  return next_move(then);
}

}  // namespace regreen
