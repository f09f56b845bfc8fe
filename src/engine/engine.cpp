#include "engine/engine.h"

#include "base/mask.h"
#include "base/text.h"
#include "diagnose/diagnose.h"
#include "engine/answers.h"
#include "engine/decision.h"
#include "engine/hand_over.h"
#include "engine/race.h"
#include "engine/trial.h"
#include "plan/plan.h"
#include "policy/restraint.h"
#include "read/read.h"
#include "verify/command.h"
#include "verify/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t rounds_max = 8;         // failures behind failures that are healed in one Case
constexpr std::size_t repetitions_max = 4;    // further runs that look for flakiness
constexpr double repetitions_budget_s = 120;  // … while all of them together take no longer

double seconds_between(Timestamp from, Timestamp to) { return std::chrono::duration<double>(to - from).count(); }

Retreat retreat_from(const Case& one) { return {"no way on was found behind " + one.steps().back()->remedy.value}; }

Outcome with_proof(Outcome outcome, const Case& one, const std::string& version) {
  const Reproduction* seen = one.reproduction();
  if (seen == nullptr) return outcome;
  const std::string category = seen->passed || seen->diagnoses.empty() ? "" : seen->diagnoses.front().category;
  outcome.proof = Proof{seen->command, seen->exit, category, std::nullopt};
  outcome.proof->version = version;
  if (outcome.decision == Decision::patched) outcome.proof->exit_after = 0;
  outcome.verify_s = seen->seconds;
  for (const auto* attempt : one.attempts()) outcome.verify_s += attempt->seconds;
  return outcome;
}

}  // namespace

Result<Case> Engine::heal(RunRef run, HealOptions options) {
  started_ = world_.clock.now();
  options.progress("reading the log");
  std::optional<Evidence> evidence;
  if (run.run.empty()) {  // a log is named by what is in it
    evidence = TRY(fetch(run));
    run.run = evidence->hash;
  }
  Case one = TRY(open_case(run, options));
  if (one.evidence() == nullptr) {
    if (!evidence) evidence = TRY(fetch(run));
    TRY(remember(one, std::move(*evidence)));
  }
  if (one.diagnoses() == nullptr) TRY(remember(one, diagnose(*one.evidence(), rules_)));
  situation_ = TRY(look(one, options.attended));
  if (!one.settled() && options.attended == Attended::no) TRY(hold_back(one, options));
  if (one.settled()) return deliver(std::move(one), options);
  if (options.verify.line.empty() && !one.diagnoses()->empty()) {
    options.verify.line = TRY(command_for(one.diagnoses()->front(), options));
  }
  if (one.reproduction() == nullptr && !one.diagnoses()->empty()) {
    Reproduction seen = TRY(reproduce(run, *one.diagnoses(), options));
    TRY(remember(one, std::move(seen)));
  }
  if (auto outcome = decide_before_remedies(one, config_, situation_)) TRY(settle(one, std::move(*outcome), options));
  for (std::size_t round = 1; !one.settled(); ++round) {  // a failure behind the first is healed too, to a limit
    Plan next = TRY(plan(one, options.attended));
    TRY(remember(one, std::move(next)));
    const bool goes_on = TRY(try_remedies(one, options)) || TRY(go_back(one, options));
    if (!goes_on || round == rounds_max)
      TRY(settle(one, decide_after_remedies(one, world_.workspace.tree(), config_, options.attended), options));
  }
  return deliver(std::move(one), options);
}

// A Case that was interrupted goes on where it was, as long as it is asked the same; a finished one is healed afresh.
Result<Case> Engine::open_case(const RunRef& run, const HealOptions& options) {
  const CaseId id = case_id(run);
  auto known = TRY(world_.store.load(id));
  if (known) {
    const bool finished = known->settled() && known->outcome()->delivery != Delivery::pending;
    const bool same_command = known->reproduction() == nullptr || options.verify.line.empty() ||
                              known->reproduction()->command == masked(options.verify.line);
    if (!finished && same_command) {
      options.progress(fmt::format("resuming case {}", id.value));
      return std::move(*known);
    }
    TRY(world_.store.reopen(id));
  }
  Case one(id);
  TRY(remember(one, run));
  return one;
}

Result<void> Engine::remember(Case& one, ChapterBody chapter) {
  one.add(world_.clock.now(), std::move(chapter));
  return world_.store.append(one.id(), one.chapters().back());
}

Result<Evidence> Engine::fetch(const RunRef& run) {
  const auto source = TRY(world_.forge.fetch(run));
  Evidence evidence = TRY(read(*source, rules_));
  name_checkout(evidence, run.repository);
  return evidence;
}

// What its job had set up may be another version here, or have another name.
Result<std::string> Engine::command_for(const Diagnosis& diagnosis, const HealOptions& options) {
  const FoundCommand found = TRY(find_command(diagnosis, world_.workspace.tree()));
  if (found.tools.empty()) return found.line;
  const Command question{version_question(found.tools), options.verify.limits, Network::none};
  const Rehearsal answer = TRY(world_.workspace.rehearse({}, question));
  return fitted_to(found.tools, answer.output) + found.line;
}

Result<Reproduction> Engine::reproduce(const RunRef& run, const Diagnoses& logged, const HealOptions& options) {
  options.progress("reproducing the failure: " + masked(in_one_line(options.verify.line)));
  const Rehearsal first = TRY(world_.workspace.rehearse({}, options.verify));
  Reproduction seen{masked(first.command), first.exit, first.passed(), first.seconds, {}, 0, 0, first.end,
                    witness_of(first)};
  ++(first.passed() ? seen.passes : seen.failures);
  if (first.passed()) {
    if (!logged.front().transient) TRY(look_for_flakiness(seen, options));
    if (seen.failures > 0) seen.diagnoses = logged;
    return seen;
  }
  seen.diagnoses = causes_in(first, run, rules_);
  if (seen.diagnoses.front().category == "unknown") seen.diagnoses.clear();
  for (const auto& one : logged) {  // what only the log shows may still be what can be mended
    const bool known = std::ranges::any_of(seen.diagnoses, [&](const auto& other) { return same_failure(one, other); });
    if (!known) seen.diagnoses.push_back(one);
  }
  return seen;
}

Result<void> Engine::look_for_flakiness(Reproduction& seen, const HealOptions& options) {
  const double run_s = seen.seconds;
  for (std::size_t i = 0; i < repetitions_max && seen.seconds + run_s < repetitions_budget_s; ++i) {
    options.progress(fmt::format("it passes here; running it again ({} of {})", i + 1, repetitions_max));
    const Rehearsal again = TRY(world_.workspace.rehearse({}, options.verify));
    ++(again.passed() ? seen.passes : seen.failures);
    seen.seconds += again.seconds;
    if (!again.passed()) break;
  }
  return {};
}

Result<Plan> Engine::plan(const Case& one, Attended attended) {
  const Diagnoses& causes = one.causes();
  const auto odds = TRY(world_.store.odds(causes.front().signature, causes.front().category));
  Plan plan = make_plan(causes, rules_, odds);
  for (auto& planned : plan.remedies) {
    planned.struck = may_heal(causes[planned.about], config_);
    if (!planned.struck) planned.struck = may_try(planned.remedy, config_);
  }
  plan.warnings = reservations(causes.front(), config_);
  if (attended == Attended::no) {
    if (!plan.warnings.empty()) plan.refusal = Refusal{"policy.confidence-threshold", plan.warnings.front()};
    return plan;
  }
  for (const auto& held : TRY(restraints_on(one))) plan.warnings.push_back(held.reason);
  if (const Course course = next_move(situation_); course.move != Move::heal) plan.warnings.emplace_back(course.reason);
  return plan;
}

// What else is known of the run: whether what it is to be merged into is broken just so is read off that one's log.
// For a person that is a remark, and worth no permission more than reading the log takes.
Result<Situation> Engine::look(const Case& one, Attended attended) {
  const Diagnosis cause = one.diagnoses()->empty() ? Diagnosis{} : one.diagnoses()->front();
  auto looked = world_.forge.look(*one.run(), cause.signature);
  if (!looked && attended == Attended::yes && looked.error().kind == ErrorKind::denied) return Situation{};
  Situation now = TRY(std::move(looked));
  TRY(remember_answers(now.answers, world_.store, world_.clock));
  if (now.base && !cause.signature.empty()) now.base_fails_alike = fails_alike(*now.base, cause);
  return now;
}

// A log that is gone says nothing.
bool Engine::fails_alike(const RunRef& run, const Diagnosis& diagnosis) {
  const auto evidence = fetch(run);
  if (!evidence) return false;
  const Diagnoses found = diagnose(*evidence, rules_);
  return !found.empty() && same_failure(found.front(), diagnosis);
}

// What nobody watches begins only where nothing speaks against it.
Result<void> Engine::hold_back(Case& one, const HealOptions& options) {
  const auto held = TRY(restraints_on(one));
  if (!held.empty()) return settle(one, refuse(one, held.front()), options);
  const Course course = next_move(situation_);
  return course.move == Move::heal ? Result<void>() : settle(one, follow(one, course, situation_), options);
}

// What would keep a service from it. What is green or known to be nobody's business here needs no restraint.
Result<std::vector<Refusal>> Engine::restraints_on(const Case& one) const {
  if (one.diagnoses()->empty()) return std::vector<Refusal>();
  const Past past = TRY(world_.store.past());
  return restraints(one.diagnoses()->front(), *one.run(), past, config_, world_.clock.now());
}

// Side by side where that is possible, but as if one after the other, until one helps.
Result<bool> Engine::try_remedies(Case& one, const HealOptions& options) {
  const std::size_t made = one.attempts().size();
  if (one.plan()->refusal || made >= config_.max_attempts) return false;
  const Ground ground{*one.run(), one.patch(), one.causes(), options.verify, one.reproduction()->seconds};
  const Means means{world_.workspace, rules_, config_, options.attended};
  Trials trials(one, world_.workspace, rules_, config_.max_attempts - made);
  Race race(lanes_for(ground, means), [&]() -> std::optional<Race::Run> {
    auto trial = trials.next();
    if (!trial) return std::nullopt;
    options.progress(fmt::format("trying {}", trial->remedy.id.value));
    return [&, trial = std::move(*trial)](Urgency urgency, const std::stop_token& stop) {
      return attempt(trial, ground, means, urgency, stop);
    };
  });
  while (auto answer = race.next()) {
    Attempt attempt = TRY(std::move(*answer));
    const Verdict verdict = attempt.verdict;
    TRY(remember(one, std::move(attempt)));
    if (helped(*one.attempts().back())) return verdict == Verdict::progressed;
  }
  return false;
}

// Where steps led nowhere, though something else could have been tried instead: they are taken back, as few as that takes.
Result<bool> Engine::go_back(Case& one, const HealOptions& options) {
  const Decision end = decide_after_remedies(one, world_.workspace.tree(), config_, options.attended).decision;
  const bool is_open = end == Decision::needs_llm || end == Decision::unknown;
  if (!is_open || one.steps().empty() || one.attempts().size() >= config_.max_attempts) return false;
  Case back = one;
  while (!back.steps().empty()) {
    back.add(world_.clock.now(), retreat_from(back));
    back.add(world_.clock.now(), TRY(plan(back, options.attended)));
    if (!Trials(back, world_.workspace, rules_, 1).next()) continue;
    while (one.steps().size() > back.steps().size()) {
      TRY(remember(one, retreat_from(one)));
    }
    return true;
  }
  return false;
}

// How a Case ended says what is done: by the rule of the automaton that ended it, else by the decision. What a person at a
// prompt reads is told to nobody else.
Course Engine::course_of(const Outcome& outcome, Attended attended) const {
  const auto named = course_named(outcome.rule);
  const Course course = named ? *named : move_after(outcome.decision, situation_);
  return attended == Attended::yes && course.move == Move::tell ? Course{} : course;
}

Result<void> Engine::settle(Case& one, Outcome outcome, const HealOptions& options) {
  outcome = with_proof(std::move(outcome), one, options.version);
  outcome.total_s = seconds_between(started_, world_.clock.now());
  const bool wanted = is_delivered(course_of(outcome, options.attended).move, options.deliver.mode);
  outcome.delivery = wanted ? Delivery::pending : Delivery::none;
  return remember(one, std::move(outcome));
}

Result<Case> Engine::deliver(Case one, const HealOptions& options) {
  if (one.outcome()->delivery != Delivery::pending) return one;
  options.progress("delivering the repair");
  const Move move = course_of(*one.outcome(), options.attended).move;
  Outcome outcome = TRY(carry_out(one, move, world_.forge, options.deliver));
  TRY(remember(one, std::move(outcome)));
  return one;
}

}  // namespace regreen
