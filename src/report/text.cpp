#include "report/text.h"

#include "base/among.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/time.h"
#include "model/command.h"
#include "report/words.h"

#include <fmt/format.h>

#include <array>

namespace regreen {
namespace {

constexpr std::size_t shown_line_bytes = 160;

constexpr std::string_view red = "31", green = "32", yellow = "33", cyan = "36", bold = "1", dim = "2";

std::string painted(std::string_view text, std::string_view style, Colour colour) {
  if (colour == Colour::no) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", style, text);
}

std::string line_text(const EvidenceLine& line) {
  const std::string where = line.place.file.empty() ? "" : printable(line.place.file) + ":";
  return fmt::format("  {}{:>6}  {}\n", where, line.place.line, shortened(printable(line.text), shown_line_bytes));
}

std::string one_diagnosis(const Diagnosis& diagnosis, Colour colour) {
  std::string text = fmt::format("{}  {:.0f} %  {}\n", painted(diagnosis.category, red, colour),
                                 diagnosis.confidence * 100, painted(diagnosis.root_cause, bold, colour));
  if (const auto where = job_text(diagnosis); !where.empty())
    text += fmt::format("  {}\n", painted(where, dim, colour));
  for (const auto& line : diagnosis.evidence) text += line_text(line);
  for (const auto& location : diagnosis.locations) {
    text += fmt::format("  {} {}\n", painted("at", dim, colour), painted(place_text(location), cyan, colour));
  }
  for (const auto& suggestion : diagnosis.suggestions) text += fmt::format("  → {}\n", suggestion);
  if (diagnosis.transient) text += "  → Transient: run it again\n";
  if (diagnosis.green_runs > 0) text += fmt::format("  {}\n", painted(green_text(diagnosis.green_runs), dim, colour));
  if (diagnosis.history) text += fmt::format("  {}\n", painted(history_text(*diagnosis.history), dim, colour));
  return text;
}

std::string decision_text(Decision decision, Colour colour) {
  const bool good = decision == Decision::patched || decision == Decision::retry || decision == Decision::nothing;
  return painted(name_of(decision), good ? green : yellow, colour);
}

// What helped and was taken back again is not part of the repair.
std::string attempts_text(const Case& one, Colour colour) {
  std::string text;
  const auto steps = one.steps();
  for (const auto* attempt : one.attempts()) {
    const bool is_kept = is_among(attempt, steps);
    text += fmt::format("  {} {:<28} {:<10} {:>5.1f} s  {}\n",
                        is_kept ? painted("✓", green, colour) : painted("✗", dim, colour), attempt->remedy.value,
                        name_of(attempt->verdict), attempt->seconds, shortened(printable(attempt->detail), 90));
  }
  return text;
}

std::string proof_text(const Proof& proof, Colour colour) {
  std::string text = fmt::format("  {} {}\n", painted("$", dim, colour), in_one_line(proof.command));
  text += fmt::format("  before: exit {}", proof.exit_before);
  if (!proof.category_before.empty()) text += fmt::format(" ({})", proof.category_before);
  if (proof.exit_after) text += fmt::format(" · after: exit {}", *proof.exit_after);
  return text + "\n";
}

std::string witness_text(const Witness& witness) {
  return fmt::format("             in {}, {:.1f} s; what it printed: sha256 {}\n",
                     witness.sandbox.empty() ? "an unknown sandbox" : witness.sandbox, witness.seconds, witness.sha256);
}

// The files of a repair as everyone can check them: `sha256sum -c`.
std::string sums_text(const Patch& patch) {
  std::string text;
  for (const auto& change : patch.changes) {
    if (change.after) text += fmt::format("             {}  {}\n", sha256_hex(*change.after), printable(change.path));
  }
  return text;
}

// The chapters of `explain`, one function for each kind.
struct Teller {
  Colour colour;

  std::string operator()(const RunRef& run) const {
    std::string text = run.repository.empty() ? "no repository" : printable(run.repository);
    if (!run.branch.empty()) text += ", branch " + printable(run.branch);
    return fmt::format("run          {}, {}\n", text, run.head.empty() ? "no commit" : "commit " + run.head);
  }
  std::string operator()(const Evidence& evidence) const {
    std::string text = fmt::format("evidence     {} bytes, {} lines, {} steps, {} signals\n", evidence.bytes,
                                   evidence.lines, evidence.steps.size(), evidence.signals.size());
    for (const auto& note : evidence.notes) text += fmt::format("             note: {}\n", printable(note));
    return text;
  }
  std::string operator()(const Diagnoses& diagnoses) const {
    if (diagnoses.empty()) return "diagnosis    nothing is wrong\n";
    std::string text;
    for (const auto& one : diagnoses) {
      text += fmt::format("diagnosis    {} {:.0f} % by rule {}: {}\n", one.category, one.confidence * 100,
                          one.rule.empty() ? "none" : one.rule.value, one.root_cause);
      for (const auto& line : one.evidence) text += "           " + line_text(line);
    }
    return text;
  }
  std::string operator()(const Reproduction& seen) const {
    std::string text = fmt::format("reproduced   `{}` exited with {} ({} passed, {} failed)\n",
                                   in_one_line(seen.command), seen.exit, seen.passes, seen.failures);
    if (const auto reason = reason_of(seen.end); !reason.empty())
      text += fmt::format("             ended because {}\n", reason);
    if (seen.witness) text += witness_text(*seen.witness);
    for (const auto& one : seen.diagnoses) {
      text += fmt::format("             {} {:.0f} %: {}\n", one.category, one.confidence * 100, one.root_cause);
    }
    return text;
  }
  std::string operator()(const Plan& plan) const {
    std::string text = "plan         priority = confidence + success rate + severity\n";
    for (const auto& planned : plan.remedies) {
      const Priority& p = planned.priority;
      text += fmt::format(
          "             {:>5.1f} = {:.1f} + {:.1f} + {:.0f}  {}{}\n", p.total(), p.confidence, p.success, p.severity,
          planned.remedy.id.value,
          planned.struck ? fmt::format("  struck by {}: {}", planned.struck->rule, planned.struck->reason) : "");
    }
    for (const auto& warning : plan.warnings) text += fmt::format("             note: {}\n", warning);
    return text;
  }
  std::string operator()(const Attempt& attempt) const {
    std::string text = fmt::format("attempt      {} → {} in {:.1f} s: {}\n", attempt.remedy.value,
                                   name_of(attempt.verdict), attempt.seconds, printable(attempt.detail));
    if (!attempt.rule.empty()) text += fmt::format("             by {}\n", attempt.rule);
    if (attempt.witness) text += witness_text(*attempt.witness);
    return text + diff_text(unified_diff(attempt.patch), colour);
  }
  std::string operator()(const Retreat& retreat) const {
    return fmt::format("retreat      the last step is taken back: {}\n", printable(retreat.reason));
  }
  std::string operator()(const Outcome& outcome) const {
    std::string text =
        fmt::format("outcome      {}: {}\n", decision_text(outcome.decision, colour), printable(outcome.reason));
    if (!outcome.rule.empty()) text += fmt::format("             by {}\n", outcome.rule);
    if (outcome.delivery == Delivery::done) text += "             delivered\n";
    if (outcome.delivery == Delivery::merged) text += "             delivered, and merged\n";
    if (outcome.delivery == Delivery::taken_back) text += "             delivered, and taken back\n";
    if (!outcome.rejected.empty()) text += fmt::format("             rejected: {}\n", outcome.rejected);
    if (outcome.delivery == Delivery::pending) text += "             not delivered yet\n";
    if (outcome.proof) text += proof_text(*outcome.proof, colour);
    if (outcome.decision == Decision::patched) text += sums_text(outcome.patch);
    return text;
  }
};

}  // namespace

std::string diff_text(const std::string& diff, Colour colour) {
  std::string text;
  for (const auto line : split_lines(diff)) {
    const std::string shown = printable(line);
    const bool header = line.starts_with("+++") || line.starts_with("---") || line.starts_with("diff ");
    if (header) {
      text += painted(shown, bold, colour);
    } else if (line.starts_with('+') || line.starts_with('-')) {
      text += painted(shown, line.front() == '+' ? green : red, colour);
    } else {
      text += line.starts_with("@@") ? painted(shown, cyan, colour) : shown;
    }
    text += "\n";
  }
  return text;
}

std::string diagnosis_text(const DiagnosedRun& run, Colour colour) {
  std::string text = painted(printable(run.source), bold, colour) + "\n";
  if (!run.error.empty()) return text + fmt::format("  could not be read: {}\n", printable(run.error));
  for (const auto& note : run.notes) text += fmt::format("  note: {}\n", printable(note));
  if (run.diagnoses.empty()) return text + painted("nothing wrong", green, colour) + "\n";
  for (const auto& diagnosis : run.diagnoses) text += one_diagnosis(diagnosis, colour);
  return text;
}

std::string heal_text(const Case& one, Colour colour) {
  const Outcome& outcome = *one.outcome();
  std::string text;
  if (const auto* subject = one.subject()) text += one_diagnosis(*subject, colour) + "\n";
  if (one.plan() != nullptr) {
    for (const auto& warning : one.plan()->warnings) text += fmt::format("  note: {}\n", warning);
  }
  text += attempts_text(one, colour);
  if (!outcome.patch.empty()) text += "\n" + diff_text(unified_diff(outcome.patch), colour) + "\n";
  if (outcome.proof) text += proof_text(*outcome.proof, colour);
  text += fmt::format("{}: {}\n", decision_text(outcome.decision, colour), printable(outcome.reason));
  if (!outcome.rule.empty()) text += fmt::format("by rule {}\n", outcome.rule);
  return text +
         fmt::format("{}\n", painted(fmt::format("case {} · {:.1f} s", one.id().value, outcome.total_s), dim, colour));
}

std::string explain_text(const Case& one, Colour colour) {
  const std::string when = one.chapters().empty() ? "" : " of " + to_iso(one.chapters().front().at).substr(0, 19) + "Z";
  std::string text = fmt::format("case         {}{}\n", one.id().value, when);
  for (const auto& chapter : one.chapters()) {
    const auto* outcome = std::get_if<Outcome>(&chapter.body);
    if (outcome != nullptr && outcome != one.outcome()) continue;  // what came of its delivery is told by the last one
    text += std::visit(Teller{colour}, chapter.body);
  }
  return one.settled() ? text : text + "outcome      none yet: `regreen heal` goes on here\n";
}

}  // namespace regreen
