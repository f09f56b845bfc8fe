#include "engine/hand_over.h"

#include "engine/decision.h"
#include "policy/guard.h"

#include <fmt/format.h>

namespace regreen {
namespace {

std::optional<Refusal> check_files(const Patch& patch, const Tree& tree) {
  for (const auto& change : patch.changes) {
    const bool is_same = tree.read(change.path) == change.before &&
                         (!change.before || tree.is_executable(change.path) == change.executable_before);
    if (!is_same)
      return Refusal{"deliver.other-files", fmt::format("{} is not what the repair was made for", change.path)};
  }
  return std::nullopt;
}

// A file that a remedy may touch is told by the remedy's rule, which is ours; its id alone comes from outside.
std::optional<Refusal> check_patch(const Case& one, const RuleSet& rules, const Config& config, Attended attended) {
  if (one.subject() == nullptr) return Refusal{"deliver.no-cause", "it has no cause"};
  if (auto refusal = may_heal(*one.subject(), config)) return refusal;
  if (!(one.patch() == one.outcome()->patch))
    return Refusal{"deliver.other-patch", "the patch is not what the attempts made"};
  for (const auto* step : one.steps()) {
    const Remedy* remedy = rules.find(step->remedy);
    if (remedy == nullptr)
      return Refusal{"deliver.unknown-remedy", fmt::format("{} is no remedy of ours", step->remedy.value)};
    if (auto refusal = may_try(*remedy, config)) return refusal;
    if (auto refusal = guard(step->patch, *remedy, config)) return refusal;
  }
  if (auto refusal = guard_size(one.patch(), config)) return refusal;
  return attended == Attended::no ? guard_owned(one.patch(), config) : std::nullopt;
}

}  // namespace

Result<Outcome> carry_out(const Case& one, Move move, Forge& forge, const DeliverOptions& options) {
  Outcome outcome = *one.outcome();
  const auto done = forge.apply(propose(one, move, options));
  if (!done && done.error().kind != ErrorKind::denied) return tl::unexpected(done.error());
  outcome.delivery = done ? Delivery::done : Delivery::none;
  if (!done) {
    outcome.decision = Decision::refused;
    outcome.rule = "deliver.denied";
    outcome.reason = done.error().message;
  }
  return outcome;
}

Result<Outcome> hand_over(const Case& one, const Tree& tree, Forge& forge, const RuleSet& rules, const Config& config,
                          const DeliverOptions& options, Attended attended) {
  const Outcome& outcome = *one.outcome();
  Situation now = TRY(forge.look(*one.run(), outcome.signature));
  now.decision = outcome.decision;
  const Course course = next_move(now);
  if (course.move == Move::propose) {
    auto refusal = check_patch(one, rules, config, attended);
    if (!refusal) refusal = check_files(outcome.patch, tree);
    if (refusal) return refuse(one, *refusal);
  }
  if (is_delivered(course.move, options.mode)) return carry_out(one, course.move, forge, options);
  return outcome.decision == Decision::patched ? follow(one, course, now) : outcome;
}

}  // namespace regreen
