#include "adapters/github/review.h"

#include "adapters/github/commit.h"
#include "adapters/github/notice.h"
#include "adapters/github/suggestion.h"
#include "base/text.h"
#include "model/mark.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;

// More than a glance is no suggestion.
constexpr std::size_t files_max = 3, suggestions_max = 5;
constexpr std::size_t listed_max = 300, body_bytes_max = 60'000;

std::string path_of(const RemoteRun& run, std::string_view what) {
  return fmt::format("/repos/{}/pulls/{}/{}", run.repository, run.pull_request, what);
}

Result<std::optional<std::vector<Suggestion>>> suggestions_of(GitHubApi& api, const RemoteRun& run,
                                                              const Patch& patch) {
  const auto files = TRY(api.list(path_of(run, "files"), "", listed_max));
  std::vector<Suggestion> all;
  for (const auto& change : patch.changes) {
    const auto file =
        std::ranges::find_if(files, [&](const json& one) { return text_of(one, "filename") == change.path; });
    if (file == files.end()) return std::nullopt;
    auto some = suggestions_for(change, shown_lines(text_of(*file, "patch")));
    if (!some) return std::nullopt;
    all.insert(all.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
  }
  return all.empty() || all.size() > suggestions_max ? std::nullopt : std::optional(std::move(all));
}

json comment_of(const Suggestion& one) {
  json comment = {{"path", one.path}, {"body", one.text}, {"side", "RIGHT"}, {"line", one.lines.last}};
  if (one.lines.first == one.lines.last) return comment;
  comment["start_line"] = one.lines.first;
  comment["start_side"] = "RIGHT";
  return comment;
}

json review_of(const RemoteRun& run, const Proposal& proposal, const std::vector<Suggestion>& suggestions) {
  json comments = json::array();
  for (const auto& one : suggestions) comments.push_back(comment_of(one));
  const std::string text = without_marks(shortened(proposal.review, body_bytes_max));
  return {{"commit_id", run.head}, {"body", text + "\n" + proposal.mark + "\n"}, {"comments", std::move(comments)}};
}

// The first of ours about the failure, for whichever commit: who did not take it then is not asked again.
Result<std::optional<json>> find_review(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  const auto there = TRY(api.list(path_of(run, "reviews"), "", listed_max));
  const auto ours = std::ranges::find_if(
      there, [&](const json& one) { return is_by_writer(one) && is_marked(text_of(one, "body"), proposal.failure); });
  return ours == there.end() ? std::nullopt : std::optional(*ours);
}

// A draft of ours goes out; somebody else may have sent it meanwhile.
Result<std::string> send_draft(GitHubApi& api, const RemoteRun& run, const json& review) {
  const std::string url = text_of(review, "html_url");
  if (text_of(review, "state") != "PENDING") return url;
  const auto sent =
      api.send("POST", path_of(run, fmt::format("reviews/{}/events", number_of(review, "id"))), {{"event", "COMMENT"}});
  if (sent || sent.error().kind == ErrorKind::invalid) return url;
  return tl::unexpected(sent.error());
}

}  // namespace

Result<std::optional<std::string>> suggest(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  const bool is_wanted = !proposal.review.empty() && !proposal.is_tried && run.pull_request != 0 && !run.is_of_fork();
  if (!is_wanted || proposal.patch.changes.size() > files_max) return std::nullopt;
  if (const auto there = TRY(find_review(api, run, proposal))) return TRY(send_draft(api, run, *there));
  TRY(newest_commit(api, run));
  const auto suggestions = TRY(suggestions_of(api, run, proposal.patch));
  if (!suggestions) return std::nullopt;
  const auto draft = api.send("POST", path_of(run, "reviews"), review_of(run, proposal, *suggestions));
  const auto first = TRY(find_review(api, run, proposal));
  if (!first && !draft && draft.error().kind == ErrorKind::unavailable) return tl::unexpected(draft.error());
  if (!first) return std::nullopt;                                  // GitHub does not take it
  if (draft && number_of(*first, "id") != number_of(*draft, "id"))  // somebody was quicker
    TRY(api.send("DELETE", path_of(run, fmt::format("reviews/{}", number_of(*draft, "id"))), json()));
  return TRY(send_draft(api, run, *first));
}

}  // namespace regreen
