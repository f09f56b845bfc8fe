#include "deliver/pull_request.h"

#include "base/text.h"
#include "model/command.h"
#include "model/mark.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::size_t title_bytes_max = 120;
constexpr std::size_t quote_bytes_max = 300;
constexpr std::size_t lines_max = 5;
constexpr std::size_t files_max = 20;

// Within a code span nothing is a mention, a reference or markup.
std::string code(std::string_view text) {
  std::string inside = replace_all(shortened(printable(trim(text)), quote_bytes_max), "`", "'");
  return inside.empty() ? "" : "`" + replace_all(std::move(inside), "\n", " ") + "`";
}

std::string indented_lines(const Diagnosis& cause) {
  std::string text;
  for (const auto& line : cause.evidence) {
    if (&line - cause.evidence.data() == lines_max) break;
    text += fmt::format("    {:>6}: {}\n", line.place.line,
                        replace_all(shortened(printable(line.text), quote_bytes_max), "\n", " "));
  }
  return text;
}

std::string changes(const Patch& patch) {
  std::string text;
  std::size_t told = 0;
  for (const auto& change : patch.changes) {
    if (told++ == files_max) return text + fmt::format("- and {} more files\n", patch.changes.size() - files_max);
    const LineCounts counts = count_lines(change);
    text += fmt::format("- {} (+{} −{})\n", code(change.path), counts.added, counts.removed);
  }
  return text;
}

std::string proof(const Case& one) {
  const Outcome& outcome = *one.outcome();
  if (!outcome.proof) return "Nothing proves it here: the checks of this pull request have to.\n";
  const Reproduction* seen = one.reproduction();
  if (seen != nullptr && seen->witness && seen->witness->sandbox == ci_sandbox)
    return fmt::format("CI failed before the change and is green with it, on this very branch ({}).\n", code(outcome.proof->command));
  return fmt::format("{} exited with {} before the change and with 0 after it, in a sandbox ({:.1f} s).\n",
                     code(in_one_line(outcome.proof->command)), outcome.proof->exit_before, outcome.verify_s);
}

constexpr std::string_view checklist =
    "- [ ] the change mends the cause above, not only its message\n"
    "- [ ] no test and no check says less than before\n"
    "- [ ] nothing secret and nothing foreign came in\n";

}  // namespace

std::string pull_request_title(const Case& one) {
  const Outcome& outcome = *one.outcome();
  const std::string cause = one.subject() == nullptr ? "" : ": " + printable(one.subject()->root_cause);
  return shortened("[Auto-Fix] " + replace_all(printable(outcome.category) + cause, "@", "@\u200B"), title_bytes_max);
}

std::string pull_request_text(const Case& one) {
  const Outcome& outcome = *one.outcome();
  const Diagnosis unknown;
  const Diagnosis& cause = one.subject() != nullptr ? *one.subject() : unknown;
  std::string text = fmt::format("### Why it failed\n\n{} ({}, {:.0f} % sure)\n\n", code(cause.root_cause),
                                 code(cause.category), cause.confidence * 100);
  if (const auto lines = indented_lines(cause); !lines.empty()) text += lines + "\n";
  text +=
      fmt::format("### What changes\n\nRemedy: {}\n\n{}\n", code(join(one.remedies(), ", ")), changes(outcome.patch));
  text += fmt::format("### What proves it\n\n{}\n", proof(one));
  text += fmt::format("### What it cost\n\n{:.0f} s, {} tokens, {:.2f} USD.\n\n", outcome.total_s,
                      outcome.usage.tokens_in + outcome.usage.tokens_out, outcome.usage.cost_usd);
  text += fmt::format(
      "### Please look\n\n{}\nNot right? Close it: nothing else will be done about this failure of this commit.\n",
      checklist);
  return text;
}

std::string summary_text(const Case& one) {
  const Outcome& outcome = *one.outcome();
  if (outcome.decision == Decision::patched) return pull_request_text(one);
  return fmt::format("### {}\n\n{}\n", name_of(outcome.decision), code(outcome.reason));
}

std::string notice_text(const Case& one) {
  const Diagnosis* cause = one.subject();
  std::string text;
  if (cause != nullptr) text = fmt::format("{}: {}\n\n{}\n", code(cause->category), code(cause->root_cause), indented_lines(*cause));
  return text + code(one.outcome()->reason) + "\n";
}

std::string pull_request_mark(const Case& one) {
  const Outcome& outcome = *one.outcome();
  return mark_of(outcome.signature, one.run() == nullptr ? "" : one.run()->head);
}

}  // namespace regreen
