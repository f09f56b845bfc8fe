#include "adapters/github/pull_request.h"

#include "adapters/github/issue.h"
#include "adapters/github/own_branch.h"
#include "adapters/github/own_requests.h"
#include "base/text.h"
#include "model/mark.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t body_bytes_max = 60'000;  // GitHub takes 65,536 characters

// Otherwise people would wait for checks that never come.
constexpr std::string_view no_checks_note =
    "\n\nNote: this was opened with a workflow's own token, for which GitHub starts no checks. Close and reopen it, "
    "and they run.";

std::string repository_path(const RemoteRun& run) { return "/repos/" + run.repository; }

Result<void> check_own(const RemoteRun& run) {
  if (!run.is_of_fork()) return {};
  return fail(ErrorKind::denied, "the run is of a fork: its code is only looked at");
}

// A request of ours for the same failure of the same commit; a closed one too: whoever closed it has said no.
std::optional<OwnRequest> find_same(const std::vector<OwnRequest>& ours, const Proposal& proposal) {
  const auto found =
      std::ranges::find_if(ours, [&](const OwnRequest& one) { return contains(one.text, proposal.mark); });
  return found == ours.end() ? std::nullopt : std::optional(*found);
}

// The first open one, of all that other runs of this commit may have opened meanwhile for the same failure.
std::optional<OwnRequest> first_of_all(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  const auto ours = own_requests(api, run.repository, run.branch);
  std::optional<OwnRequest> first;
  for (const auto& one : ours.value_or(std::vector<OwnRequest>())) {
    if (one.state == ProposalState::open && contains(one.text, proposal.mark)) first = one;  // newest come first
  }
  return first;
}

// Without its mark it counts no more: nobody has said no.
Result<void> withdraw(GitHubApi& api, const RemoteRun& run, std::uint64_t number, const OwnRequest& first) {
  TRY(api.send("PATCH", fmt::format("{}/pulls/{}", repository_path(run), number),
               {{"state", "closed"}, {"body", fmt::format("#{} is the same, and was opened before.", first.number)}}));
  return {};
}

// What people filter by, and who knows the change. None of it is worth failing for.
void add_people_and_labels(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, std::uint64_t number,
                           const std::string& author) {
  const std::string issue = fmt::format("{}/issues/{}", repository_path(run), number);
  if (!proposal.labels.empty()) (void)api.send("POST", issue + "/labels", {{"labels", proposal.labels}});
  if (author.empty()) return;
  const std::string reviewers = fmt::format("{}/pulls/{}/requested_reviewers", repository_path(run), number);
  (void)api.send("POST", reviewers, {{"reviewers", json::array({author})}});
}

// What logs and files say must not look like a mark of ours.
std::string text_of_request(const Proposal& proposal, bool starts_no_checks, std::uint64_t issue) {
  std::string text = without_marks(shortened(proposal.description, body_bytes_max));
  if (starts_no_checks) text += no_checks_note;
  if (issue != 0) text += fmt::format("\n\nCloses #{}", issue);
  return fmt::format("{}\n\n{}\n{}\n", text, proposal.mark, proposal.case_mark);
}

// Private repositories of free accounts have no drafts.
Result<json> open_request(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, const std::string& branch) {
  const std::string path = repository_path(run) + "/pulls";
  const auto issue = proposal.tracked ? TRY(find_issue(api, run.repository, proposal)) : std::nullopt;
  json request = {{"title", proposal.title},
                  {"head", branch},
                  {"base", run.branch},
                  {"draft", true},
                  {"body", text_of_request(proposal, api.starts_no_checks(), issue ? issue->number : 0)}};
  auto opened = api.send("POST", path, request);
  if (opened || !contains(lower(opened.error().message), "draft pull requests are not supported")) return opened;
  request["draft"] = false;
  return api.send("POST", path, request);
}

}  // namespace

Result<std::string> open_pull_request(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  TRY(check_own(run));
  const auto same = find_same(TRY(own_requests(api, run.repository, run.branch)), proposal);
  if (same && !same->is_bare) return same->url;
  if (same) {  // whoever opened it was interrupted
    const BuiltCommit built = TRY(built_commit(api, run));
    add_people_and_labels(api, run, proposal, same->number, built.author);
    return same->url;
  }
  const BuiltCommit built = TRY(newest_commit(api, run));
  const OwnBranch branch = TRY(make_own_branch(api, run, built, proposal));
  const auto before = branch.was_there ? TRY(request_of_branch(api, run.repository, branch.name)) : std::nullopt;
  if (before) return before->url;
  const auto opened = open_request(api, run, proposal, branch.name);
  if (!opened) {  // the answer was lost, or somebody was quicker
    const auto there = request_of_branch(api, run.repository, branch.name);
    if (there && *there) return (*there)->url;
    if (opened.error().kind == ErrorKind::denied && !branch.was_there) remove_branch(api, run, branch.name);
    return tl::unexpected(opened.error());
  }
  const auto number = number_of(*opened, "number");
  if (number == 0) return fail(ErrorKind::unavailable, "GitHub does not tell which pull request it opened");
  if (const auto first = first_of_all(api, run, proposal); first && first->number < number) {
    TRY(withdraw(api, run, number, *first));
    remove_branch(api, run, branch.name);
    return first->url;
  }
  add_people_and_labels(api, run, proposal, number, built.author);
  return text_of(*opened, "html_url");
}

Result<void> push_to_branch(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  TRY(check_own(run));
  const auto now = TRY(find_branch(api, run, run.branch));
  const bool is_moved = now && *now != run.head;
  if (is_moved && TRY(tree_made_for(api, run, *now, proposal.trailer))) return {};
  const BuiltCommit built = TRY(newest_commit(api, run));
  const json repository = TRY(api.get(repository_path(run)));
  if (text_of(repository, "default_branch") == run.branch) {
    return fail(ErrorKind::denied,
                printable(run.branch) + " is the default branch: a repair for it is a pull request (--deliver pr)");
  }
  const std::string tree = TRY(make_tree(api, run, built, proposal.patch));
  const std::string commit = TRY(make_commit(api, run, tree, proposal.message));
  TRY(api.send("PATCH", fmt::format("{}/git/refs/heads/{}", repository_path(run), escaped_path(run.branch)),
               {{"sha", commit}, {"force", false}}));
  return {};
}

}  // namespace regreen
