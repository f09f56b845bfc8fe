#include "deliver/deliver.h"

#include <fmt/format.h>

#include "base/text.h"

namespace regreen {
namespace {

constexpr std::size_t subject_limit = 72;  // bytes, as git's own tools cut

std::string subject(const Diagnosis& cause) {
  return shortened(fmt::format("fix({}): {}", cause.category, printable(cause.root_cause)), subject_limit);
}

}  // namespace

std::string commit_message(const Case& one, const std::string& co_author) {
  const Outcome& outcome = *one.outcome();
  const Diagnosis unknown;
  const Diagnosis& cause = one.subject() != nullptr ? *one.subject() : unknown;
  std::string text = subject(cause) + "\n\n";
  if (!cause.evidence.empty()) {
    text += fmt::format("Cause:  {} (line {} of the log)\n", shortened(printable(trim(cause.evidence.front().text)), 200),
                        cause.evidence.front().place.line);
  }
  text += fmt::format("Remedy: {}\n", join(one.remedies(), ", "));
  if (outcome.proof) {
    text += fmt::format("Proof:  `{}` exited with {} before and 0 after\n", shortened(printable(outcome.proof->command), 200),
                        outcome.proof->exit_before);
  }
  text += fmt::format("\nAuto-fix: {}\nRegreen-Case: {}\n", cause.category, one.id().value);
  if (!co_author.empty()) text += fmt::format("Co-authored-by: {}\n", co_author);
  return text;
}

Proposal propose(const Case& one, const DeliverOptions& options) {
  return {options.mode, one.outcome()->patch, options.file, commit_message(one, options.co_author)};
}

}  // namespace regreen
