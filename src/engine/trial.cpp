#include "engine/trial.h"

#include "base/cores.h"
#include "base/mask.h"
#include "base/text.h"
#include "diagnose/diagnose.h"
#include "policy/guard.h"
#include "read/read.h"
#include "verify/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace regreen {
namespace {

constexpr std::size_t lanes_max = 4;    // each may use as much memory and disk as the limits allow
constexpr double worth_a_race_s = 0.5;  // what is quicker has ended before a second sandbox stands

// As often as it takes to believe it; the first failure ends it. What took too long beside others is given its time.
Result<Rehearsal> rehearse_often(const Patch& patch, std::size_t times, Command command, const Means& means,
                                 const std::stop_token& stop) {
  double seconds = 0;
  for (std::size_t i = 1;; ++i) {
    Rehearsal after = TRY(means.workspace.rehearse(patch, command, stop));
    seconds += after.seconds;
    if (after.end == Rehearsal::End::timed_out && command.urgency == Urgency::spare) {
      command.urgency = Urgency::now;
      --i;
      continue;
    }
    if (after.passed() && i < times) continue;
    after.seconds = seconds;
    return after;
  }
}

Result<Patch> patch_of(const Trial& trial, const Ground& ground, const Means& means, Urgency urgency,
                       const std::stop_token& stop) {
  const auto* call = std::get_if<ToolCall>(&trial.candidate);
  if (call == nullptr) return std::get<Patch>(trial.candidate);
  const Command tool{call->command, ground.verify.limits, Network::none, urgency};
  return TRY(means.workspace.run(ground.patch, tool, stop)).changes;
}

// Of a tool's call nothing is known before it ran.
Patch patch_in(const Trial& trial) {
  const auto* patch = std::get_if<Patch>(&trial.candidate);
  return patch == nullptr ? Patch{} : *patch;
}

std::optional<Refusal> refusal_of(const Patch& patch, const Patch& all, const Remedy& remedy, const Means& means) {
  if (auto refusal = guard(patch, remedy, means.config)) return refusal;
  if (auto refusal = guard_size(all, means.config)) return refusal;
  return means.attended == Attended::no ? guard_owned(all, means.config) : std::nullopt;
}

void hold(Attempt& attempt, const Refusal& refusal) {
  attempt.verdict = Verdict::guarded;
  attempt.rule = refusal.rule;
  attempt.detail = refusal.reason;
  attempt.behind.clear();
}

// The project's own scan of the repaired tree. What it says in the same words without the repair is not the repair's doing.
Result<std::optional<Refusal>> scan(const Patch& before, const Patch& after, Command command, const Means& means,
                                    const std::stop_token& stop) {
  command.line = means.config.security_command;
  const Rehearsal found = TRY(means.workspace.rehearse(after, command, stop));
  if (found.passed() || found.end == Rehearsal::End::stopped) return std::nullopt;
  const Rehearsal known = TRY(means.workspace.rehearse(before, command, stop));
  if (!known.passed() && known.exit == found.exit && known.output == found.output) return std::nullopt;
  const auto lines = split_lines(trim(found.output));
  const std::string said = lines.empty() ? "it says nothing" : masked(printable(lines.back()));
  return Refusal{"policy.security-command",
                 fmt::format("the security command fails with it (exit {}): {}", found.exit, shortened(said, 200))};
}

// A green in which tests were left out that are there. Whether they always are, only the run without the repair can tell.
Result<void> doubt(Attempt& attempt, const Rehearsal& after, const Diagnosis& cause, const Ground& ground,
                   const Means& means, const std::stop_token& stop) {
  const Table& words = means.rules.table("untested");
  if (!is_of_tests(cause) || untested(after, "", words).empty()) return {};
  const Rehearsal before = TRY(means.workspace.rehearse(ground.patch, ground.verify, stop));
  const auto meaning = untested(after, before.output, words);
  if (meaning.empty()) return {};
  attempt.verdict = Verdict::worse;
  attempt.detail = fmt::format("it passes, but {}", meaning);
  return {};
}

}  // namespace

Trials::Trials(const Case& one, const Workspace& workspace, const RuleSet& rules, std::size_t most)
    : plan_(*one.plan()),
      causes_(one.causes()),
      command_(one.reproduction() ? one.reproduction()->command : ""),
      tree_(workspace.tree(), one.patch()),
      last_commit_(workspace.last_commit()),
      rules_(rules),
      left_(most) {
  for (const auto* attempt : one.attempts_now()) made_.push_back(*attempt);
}

std::optional<Trial> Trials::next() {
  while (left_ > 0) {
    if (waiting_.empty() && !ask_next_remedy()) return std::nullopt;
    if (waiting_.empty()) continue;
    Trial trial = std::move(waiting_.back());
    waiting_.pop_back();
    if (was_made(trial)) continue;
    --left_;
    made_.push_back(
        {trial.remedy.id, trial.cause.signature, trial.number, patch_in(trial), Verdict::nothing, "", "", 0, {}});
    return trial;
  }
  return std::nullopt;
}

// As well when it was made for another cause: the same change proves the same.
bool Trials::was_made(const Trial& trial) const {
  const Patch patch = patch_in(trial);
  return std::ranges::any_of(made_, [&](const Attempt& one) {
    if (one.remedy != trial.remedy.id) return false;
    const bool is_same = one.about == trial.cause.signature && one.candidate == trial.number;
    return is_same || (!patch.empty() && one.patch == patch);
  });
}

bool Trials::ask_next_remedy() {
  if (remedies_ == plan_.remedies.size()) return false;
  const PlannedRemedy& planned = plan_.remedies[remedies_++];
  if (planned.struck) return true;
  const Diagnosis& cause = causes_[planned.about];
  auto candidates = mend(planned.remedy, cause, tree_, rules_, command_, last_commit_);
  for (std::size_t i = candidates.size(); i-- > 0;)
    waiting_.push_back({planned.remedy, cause, i, std::move(candidates[i])});
  return true;
}

Result<Attempt> attempt(const Trial& trial, const Ground& ground, const Means& means, Urgency urgency,
                        const std::stop_token& stop) {
  const Remedy& remedy = trial.remedy;
  Patch patch = TRY(patch_of(trial, ground, means, urgency, stop));
  Attempt attempt{remedy.id,
                  trial.cause.signature,
                  trial.number,
                  std::move(patch),
                  Verdict::nothing,
                  "it has nothing to change",
                  "",
                  0,
                  {}};
  if (attempt.patch.empty()) return attempt;
  const Patch all = ground.patch.then(attempt.patch);
  if (const auto refusal = refusal_of(attempt.patch, all, remedy, means)) {
    hold(attempt, *refusal);
    return attempt;
  }
  Command verify = ground.verify;
  verify.urgency = urgency;
  attempt.runs = passes_needed(trial.cause);
  const Rehearsal after = TRY(rehearse_often(all, attempt.runs, verify, means, stop));
  attempt.seconds = after.seconds;
  attempt.witness = witness_of(after);
  if (!after.passed()) attempt.behind = causes_in(after, ground.run, means.rules);
  attempt.verdict = judge(trial.cause, ground.causes, attempt.patch, after, attempt.behind);
  attempt.detail = attempt.behind.empty() ? remedy.title : attempt.behind.front().root_cause;
  if (attempt.verdict != Verdict::progressed) attempt.behind.clear();
  if (attempt.verdict == Verdict::fixed) TRY(doubt(attempt, after, trial.cause, ground, means, stop));
  const bool is_scanned = helped(attempt) && !means.config.security_command.empty() && !stop.stop_requested();
  if (!is_scanned) return attempt;
  const auto finding = TRY(scan(ground.patch, all, verify, means, stop));
  if (finding) hold(attempt, *finding);
  return attempt;
}

std::size_t lanes_for(const Ground& ground, const Means& means) {
  if (!means.workspace.is_private(ground.verify) || std::ranges::any_of(ground.causes, needs_quiet)) return 1;
  if (ground.verify_s < worth_a_race_s) return 1;
  if (means.config.parallel_attempts > 0) return means.config.parallel_attempts;
  return std::clamp<std::size_t>(usable_cores(), 1, lanes_max);
}

Diagnoses causes_in(const Rehearsal& rehearsal, const RunRef& run, const RuleSet& rules) {
  MemorySource source("verify", rehearsal.output);
  auto evidence = read(source, rules, {Conclusion::failure, rehearsal.exit});
  if (!evidence) return {Diagnosis{}};
  name_checkout(*evidence, run.repository);
  name_checkout(*evidence, rehearsal.folder);
  return all_causes(*evidence, rules);
}

void name_checkout(Evidence& evidence, const std::string& folder) {
  if (is_absolute(folder)) evidence.checkouts.insert(evidence.checkouts.begin(), folder);
}

}  // namespace regreen
