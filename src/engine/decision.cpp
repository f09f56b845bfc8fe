#include "engine/decision.h"

#include "base/among.h"
#include "base/text.h"
#include "policy/agreement.h"
#include "policy/decide.h"
#include "verify/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

Outcome settled(const Case& one, Decision decision, std::string reason, std::string rule = {}) {
  Outcome outcome;
  outcome.decision = decision;
  outcome.reason = std::move(reason);
  outcome.rule = std::move(rule);
  if (const auto* subject = one.subject()) {
    outcome.category = subject->category;
    outcome.signature = subject->signature;
  }
  return outcome;
}

// Does a line of a failed test compare a time that it measured?
bool compares_time(std::string_view line) {
  constexpr auto asserts = std::to_array<std::string_view>({"assert", "expect", "require", "should", "exceed", "took"});
  constexpr auto clocks = std::to_array<std::string_view>({"monotonic()", "perf_counter", "time.time()", "elapsed",
                                                           "date.now()", "performance.now()", "time.since(", "nanotime",
                                                           "currenttimemillis", "steady_clock", "hrtime"});
  const auto said = lower(line);
  const auto has = [&](std::string_view word) { return contains(said, word); };
  return std::ranges::any_of(asserts, has) && std::ranges::any_of(clocks, has);
}

// How pytest explains the values of a comparison, right below it: " +  where 1187.6 = <built-in function monotonic>()".
bool is_explained_by_time(const std::vector<std::string>& below) {
  constexpr auto clocks =
      std::to_array<std::string_view>({"function monotonic", "function perf_counter", "function time>"});
  for (const auto& line : below) {
    if (!contains(line, "+  where ")) return false;
    if (std::ranges::any_of(clocks, [&](auto clock) { return contains(line, clock); })) return true;
  }
  return false;
}

// Only of the test itself: what it printed before may measure anything.
bool failed_by_time(const Diagnosis& diagnosis) {
  static constexpr std::ptrdiff_t lines_max = 4;
  return diagnosis.category == "test_failure" && std::ranges::any_of(diagnosis.occurrences, [](const auto& one) {
           const auto& before = one.before;
           const auto near = before.end() - std::min(lines_max, std::ssize(before));
           return compares_time(one.at.text) || std::any_of(near, before.end(), compares_time) ||
                  is_explained_by_time(one.after);
         });
}

// A test that took too long there and passes here each time met a slow machine.
bool may_pass_when_run_again(const Diagnosis& diagnosis, const Reproduction& seen) {
  const bool is_of_time = diagnosis.category == "test_timeout" || failed_by_time(diagnosis);
  const bool was_slow = is_of_time && seen.passed && seen.failures == 0;
  return diagnosis.transient || diagnosis.category == "flaky_test" || was_slow;
}

std::optional<Outcome> decide_when_it_passes(const Case& one, const Diagnosis& logged, const Situation& now) {
  const Reproduction& seen = *one.reproduction();
  if (may_pass_when_run_again(logged, seen)) {
    if (const Course course = move_after(Decision::retry, now); course.move != Move::rerun)
      return follow(one, course, now);
    const std::string_view why = seen.passed ? "the command passes here, so run the job again" : "run the job again";
    return settled(one, Decision::retry, fmt::format("Transient ({}): {}", logged.root_cause, why));
  }
  if (seen.failures > 0) return std::nullopt;  // proved flaky
  // What fails at a server's door passes here, and is no less left to people.
  const auto refusal = left_to_people(logged);
  return settled(one, Decision::unknown,
                 fmt::format("Not reproduced: the command passes here, {} times in a row{}", seen.passes,
                             refusal ? ". " + refusal->reason : ""));
}

// CI's own run is the reproduction: whether it passes by itself, another run would tell.
bool is_of_ci(const Case& one) {
  const auto& witness = one.reproduction()->witness;
  return witness && witness->sandbox == ci_sandbox;
}

// The remedies of a patch that a guard turned down because only a human may make it: of today's causes, else on the way to them.
const Attempt* stopped_by_policy(const Case& one) {
  for (const auto& attempts : {one.attempts_now(), one.attempts()}) {
    for (const auto* attempt : attempts) {
      if (attempt->verdict == Verdict::guarded && attempt->rule.starts_with("policy.")) return attempt;
    }
  }
  return nullptr;
}

// What the first cause's rule leaves to people.
const Remedy* left_to_a_human(const Plan& plan) {
  for (const auto& planned : plan.remedies) {
    if (planned.about == 0 && planned.remedy.kind == RemedyKind::escalate) return &planned.remedy;
  }
  return nullptr;
}

std::string what_was_done(const Case& one) {
  return fmt::format("{}; mended by {} and proved", one.subject()->root_cause, join(one.remedies(), ", then "));
}

bool is_of_high_risk(const Case& one) {
  return risk_of(one.subject()->confidence, one.patch().changes.size()) == Risk::high;
}

Refusal high_risk(const Case& one) {
  return {"policy.high-risk",
          fmt::format("{}, but the risk is high ({} files, a diagnosis of {:.0f} %): a person has to agree",
                      what_was_done(one), one.patch().changes.size(), one.subject()->confidence * 100)};
}

// A command that a limit ended has not failed as the log says, unless the log tells of such an end: were it to pass
// the next time, that would prove nothing.
bool may_end_by_limit(const Diagnosis& logged) {
  constexpr auto categories = std::to_array<std::string_view>(
      {"job_timeout", "test_timeout", "out_of_memory", "disk_space", "flaky_test", "infrastructure"});
  return is_among(logged.category, categories);
}

// Where a limit ended the command, its failure is not its own.
std::string remark_on_limits(const Case& one) {
  const auto reason = reason_of(one.reproduction()->end);
  return reason.empty() ? "" : fmt::format("; the command was ended here because {}", reason);
}

}  // namespace

Outcome refuse(const Case& one, const Refusal& refusal) {
  return settled(one, Decision::refused, refusal.reason, refusal.rule);
}

namespace {

// What a course is about, for people to look at.
std::string address(const Course& course, const Situation& now) {
  if (course.rule.starts_with("proposal.")) return now.where;
  return course.rule == "run.base-fails" ? now.base_where : "";
}

}  // namespace

Outcome follow(const Case& one, const Course& course, const Situation& now) {
  const bool has_failed =
      now.run == RunState::failure || now.run == RunState::timed_out || now.run == RunState::startup_failure;
  const Decision decision = has_failed ? Decision::refused : Decision::nothing;
  const std::string about = address(course, now), where = about.empty() ? "" : ": " + about;
  return settled(one, decision, std::string(course.reason) + where, std::string(course.rule));
}

std::optional<Outcome> decide_before_remedies(const Case& one, const Config& config, const Situation& now) {
  if (one.diagnoses()->empty()) return settled(one, Decision::nothing, "The log is green: there is nothing to heal");
  const Diagnosis& logged = one.diagnoses()->front();
  if (one.reproduction()->passed || (is_of_ci(one) && logged.transient)) {
    if (auto outcome = decide_when_it_passes(one, logged, now)) return outcome;
  }
  if (one.reproduction()->end != Rehearsal::End::exited && !may_end_by_limit(logged)) {
    return settled(one, Decision::unknown, "Not reproduced" + remark_on_limits(one));
  }
  const Diagnosis& cause = one.causes().front();
  if (compare(logged, cause) == Reproduced::by_machine) {
    return settled(one, Decision::unknown, fmt::format("This machine cannot reproduce it: {}", cause.root_cause));
  }
  if (auto refusal = may_heal(cause, config)) return refuse(one, *refusal);
  return std::nullopt;
}

Outcome decide_after_remedies(const Case& one, const Tree& tree, const Config& config, Attended attended) {
  const auto attempts = one.attempts();
  if (one.plan()->refusal) return refuse(one, *one.plan()->refusal);
  if (!attempts.empty() && attempts.back()->verdict == Verdict::fixed) {
    if (attended == Attended::no && is_of_high_risk(one)) return refuse(one, high_risk(one));
    Outcome outcome = settled(one, Decision::patched, what_was_done(one));
    outcome.patch = one.patch();
    return outcome;
  }
  const Diagnosis& cause = one.causes().front();
  if (auto refusal = must_escalate(cause, *one.evidence(), config)) return refuse(one, *refusal);
  if (const Remedy* human = left_to_a_human(*one.plan()))
    return refuse(one, {human->id.value, fmt::format("{}: {}", human->title, cause.root_cause)});
  if (const Attempt* stopped = stopped_by_policy(one)) return refuse(one, {stopped->rule, stopped->detail});
  if (cause.category == "unknown")
    return settled(one, Decision::unknown, "The log does not say why it failed" + remark_on_limits(one));
  if (const Reproduction& seen = *one.reproduction(); seen.passed) {
    return settled(one, Decision::unknown,
                   fmt::format("It comes and goes: {} of {} runs failed here, and no remedy proved itself",
                               seen.failures, seen.passes + seen.failures));
  }
  if (auto refusal = asks_for_agreement(cause, tree)) return refuse(one, *refusal);
  const std::string_view tried = attempts.empty() ? "no remedy is known" : "no remedy proved itself";
  return settled(one, Decision::needs_llm,
                 fmt::format("{}; {}, and no agent is configured{}", cause.root_cause, tried, remark_on_limits(one)));
}

}  // namespace regreen
