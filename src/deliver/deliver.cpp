#include "deliver/deliver.h"

#include "base/text.h"
#include "deliver/pull_request.h"
#include "model/command.h"
#include "model/mark.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t remark_bytes_max = 255;  // GitHub's limit of a title
constexpr std::size_t subject_limit = 72;      // bytes, as git's own tools cut

std::string subject(const Diagnosis& cause) {
  return shortened(fmt::format("fix({}): {}", printable(cause.category), printable(cause.root_cause)), subject_limit);
}

// Did CI build the whole patch? What it built last is on the branch.
bool is_tried(const Case& one) {
  const auto attempts = one.attempts();
  return !attempts.empty() && attempts.back()->witness && attempts.back()->witness->sandbox == ci_sandbox;
}

std::vector<std::string> named_files(const Case& one) {
  std::vector<std::string> files;
  if (one.subject() == nullptr) return files;
  for (const auto& location : one.subject()->locations) files.push_back(location.file);
  return files;
}

// One for each cause whose place in the code is known.
std::vector<Remark> remarks_on(const Case& one) {
  const auto fits = [](const Location& place) { return place.line > 0 && is_confined_path(place.file); };
  std::vector<Remark> remarks;
  for (const auto& cause : one.diagnoses() == nullptr ? Diagnoses() : *one.diagnoses()) {
    const auto place = std::ranges::find_if(cause.locations, fits);
    if (place == cause.locations.end()) continue;
    remarks.push_back({place->file, place->line, shortened(printable(cause.category), remark_bytes_max),
                       shortened(printable(cause.root_cause), remark_bytes_max)});
  }
  return remarks;
}

}  // namespace

std::string case_trailer(const CaseId& id) { return "Regreen-Case: " + id.value; }

std::string commit_message(const Case& one, const std::string& co_author) {
  const Outcome& outcome = *one.outcome();
  const Diagnosis unknown;
  const Diagnosis& cause = one.subject() != nullptr ? *one.subject() : unknown;
  std::string text = subject(cause) + "\n\n";
  if (!cause.evidence.empty()) {
    text +=
        fmt::format("Cause:  {} (line {} of the log)\n", shortened(printable(trim(cause.evidence.front().text)), 200),
                    cause.evidence.front().place.line);
  }
  text += fmt::format("Remedy: {}\n", join(one.remedies(), ", "));
  if (outcome.proof) {
    text += fmt::format("Proof:  `{}` exited with {} before and 0 after\n",
                        shortened(in_one_line(outcome.proof->command), 200), outcome.proof->exit_before);
  }
  text += fmt::format("\nAuto-fix: {}\n{}\n", printable(cause.category), case_trailer(one.id()));
  if (!co_author.empty()) text += fmt::format("Co-authored-by: {}\n", co_author);
  return text;
}

bool is_delivered(Move move, DeliveryMode mode) {
  if (move == Move::propose) return mode != DeliveryMode::none;
  return goes_to_forge(mode) && move != Move::wait && move != Move::leave;
}

Proposal propose_rollback(const Case& one, const std::string& co_author) {
  const std::string repaired = commit_message(one, "");
  std::string text =
      fmt::format("Revert \"{}\"\n\n", shortened(repaired.substr(0, repaired.find('\n')), subject_limit - 9));
  text += fmt::format("The repair of case {} is taken back.\n\nRegreen-Case: {}\n", one.id().value, one.id().value);
  if (!co_author.empty()) text += fmt::format("Co-authored-by: {}\n", co_author);
  Proposal proposal;
  proposal.mode = DeliveryMode::commit;
  proposal.patch = one.outcome()->patch;
  proposal.message = std::move(text);
  proposal.mark = pull_request_mark(one);
  proposal.notice = "The repair is taken back.";
  return proposal;
}

Proposal propose(const Case& one, Move move, const DeliverOptions& options) {
  Proposal proposal;
  proposal.mode = options.mode;
  proposal.move = move;
  proposal.patch = one.outcome()->patch;
  proposal.file = options.file;
  proposal.message = commit_message(one, options.co_author);
  proposal.trailer = case_trailer(one.id());
  proposal.is_tried = is_tried(one);
  proposal.title = pull_request_title(one);
  proposal.description = options.texts.tell(TextOf::pull_request, one);
  proposal.mark = pull_request_mark(one);
  proposal.case_mark = case_mark_of(one.id());
  proposal.failure = one.outcome()->signature;
  proposal.tracked = options.issues;
  proposal.commented = options.comments;
  proposal.notice = options.texts.tell(TextOf::notice, one);
  proposal.issue = options.texts.tell(TextOf::issue, one);
  proposal.files = named_files(one);
  if (options.checks) {
    proposal.check = options.texts.tell(TextOf::check_run, one);
    proposal.remarks = remarks_on(one);
  }
  if (options.suggestions) proposal.review = options.texts.tell(TextOf::review, one);
  proposal.labels = {"auto-fix", "ci", "review-required"};
  return proposal;
}

}  // namespace regreen
