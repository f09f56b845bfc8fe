#include "adapters/github/pull_request.h"

#include "adapters/github/commit.h"
#include "base/text.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t open_requests_max = 300;  // that are searched for our mark
constexpr std::size_t body_bytes_max = 60'000;  // GitHub takes 65,536 characters

// Otherwise people would wait for checks that never come.
constexpr std::string_view no_checks_note =
    "\n\nNote: this was opened with a workflow's own token, for which GitHub starts no checks. Close and reopen it, "
    "and they run.";

std::string repository_path(const RemoteRun& run) { return "/repos/" + run.repository; }

std::string owner_of(const RemoteRun& run) { return run.repository.substr(0, run.repository.find('/')); }

Proposed proposed(const json& request) {
  const bool has_labels = request.is_object() && request.contains("labels") && !request["labels"].empty();
  return {number_of(request, "number"), text_of(request, "html_url"),
          text_of(request, "state") == "open" && !has_labels};
}

Result<void> check_own(const RemoteRun& run) {
  if (!run.is_of_fork()) return {};
  return fail(ErrorKind::denied, "the run is of a fork: its code is only looked at");
}

// A request for the same failure of the same commit, whoever opened it.
Result<std::optional<Proposed>> find_same(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  for (const auto& one : TRY(api.list(repository_path(run) + "/pulls?state=open", "", open_requests_max))) {
    if (contains(text_of(one, "body"), proposal.mark)) return proposed(one);
  }
  return std::nullopt;
}

// The request of a branch, a closed one too: whoever closed it has said no.
Result<std::optional<Proposed>> find_of_branch(GitHubApi& api, const RemoteRun& run, const std::string& branch) {
  const auto found = TRY(api.list(
      fmt::format("{}/pulls?state=all&head={}:{}", repository_path(run), owner_of(run), escaped(branch)), "", 1));
  return found.empty() ? std::nullopt : std::optional(proposed(found.front()));
}

// What people filter by, and who knows the change. None of it is worth failing for.
void add_people_and_labels(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, const Proposed& request,
                           const std::string& author) {
  const std::string issue = fmt::format("{}/issues/{}", repository_path(run), request.number);
  if (!proposal.labels.empty()) (void)api.send("POST", issue + "/labels", {{"labels", proposal.labels}});
  if (author.empty()) return;
  const std::string reviewers = fmt::format("{}/pulls/{}/requested_reviewers", repository_path(run), request.number);
  (void)api.send("POST", reviewers, {{"reviewers", json::array({author})}});
}

Result<Proposed> finish_request(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, const Proposed& there) {
  if (!there.is_bare) return there;
  const BuiltCommit built = TRY(built_commit(api, run));
  add_people_and_labels(api, run, proposal, there, built.author);
  return there;
}

}  // namespace

Result<Proposed> open_pull_request(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  TRY(check_own(run));
  if (const auto same = TRY(find_same(api, run, proposal))) return finish_request(api, run, proposal, *same);
  const OwnBranch branch = TRY(own_branch(api, run, proposal));
  if (const auto there = TRY(find_of_branch(api, run, branch.name))) return *there;
  const BuiltCommit built = TRY(built_commit(api, run));
  if (!branch.is_there) {
    TRY(check_newest(api, run));
    TRY(make_branch(api, run, built, proposal, branch.name));
  }
  std::string text = shortened(proposal.description, body_bytes_max);
  if (api.starts_no_checks()) text += no_checks_note;
  const json request = {{"title", proposal.title},
                        {"head", branch.name},
                        {"base", run.branch},
                        {"draft", true},
                        {"body", text + "\n\n" + proposal.mark + "\n"}};
  const auto opened = api.send("POST", repository_path(run) + "/pulls", request);
  if (!opened) {
    const auto there = find_of_branch(api, run, branch.name);  // the answer was lost, or somebody was quicker
    return there && *there ? Result<Proposed>(**there) : tl::unexpected(opened.error());
  }
  if (number_of(*opened, "number") == 0)
    return fail(ErrorKind::unavailable, "GitHub does not tell which pull request it opened");
  add_people_and_labels(api, run, proposal, proposed(*opened), built.author);
  return proposed(*opened);
}

Result<void> push_to_branch(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  TRY(check_own(run));
  const auto now = TRY(find_branch(api, run, run.branch));
  if (now && *now != run.head && TRY(is_made_for(api, run, *now, proposal))) return {};
  TRY(check_newest(api, run));
  const json repository = TRY(api.get(repository_path(run)));
  if (text_of(repository, "default_branch") == run.branch) {
    return fail(ErrorKind::denied,
                printable(run.branch) + " is the default branch: a repair for it is a pull request (--deliver pr)");
  }
  const BuiltCommit built = TRY(built_commit(api, run));
  const std::string commit = TRY(make_commit(api, run, built, proposal));
  TRY(api.send("PATCH", fmt::format("{}/git/refs/heads/{}", repository_path(run), escaped_path(run.branch)),
               {{"sha", commit}, {"force", false}}));
  return {};
}

}  // namespace regreen
