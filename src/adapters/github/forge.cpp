#include "adapters/github/forge.h"

#include "adapters/github/check_run.h"
#include "adapters/github/issue.h"
#include "adapters/github/log.h"
#include "adapters/github/notice.h"
#include "adapters/github/own_requests.h"
#include "adapters/github/pull_request.h"
#include "adapters/github/review.h"
#include "adapters/github/situation.h"
#include "adapters/github/suspects.h"
#include "base/text.h"
#include "os/folder.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

class GitHubForge final : public Forge {
 public:
  explicit GitHubForge(GitHubForgeSettings settings)
      : api_(settings.api), run_(settings.run), local_(settings.local), settings_(std::move(settings)) {}

  Result<std::unique_ptr<Source>> fetch(const RunRef& run) override {
    if (run == run_.ref()) return local_.fetch(run);
    const RemoteRun other = TRY(run_named(run));
    const std::string folder = settings_.scratch + "/" + run.run;
    TRY(make_folders(folder));
    const std::string log = TRY(download_log(api_, other, folder));
    return settings_.open(log);
  }

  Result<void> take_back(const Proposal& proposal) override {
    const auto ours = TRY(own_requests(api_, run_.repository, run_.branch));
    const auto same =
        std::ranges::find_if(ours, [&](const OwnRequest& one) { return contains(one.text, proposal.mark); });
    if (same == ours.end() || same->state == ProposalState::merged)
      return fail(ErrorKind::denied,
                  "there is no open pull request of it: what was merged or pushed is reverted there");
    TRY(notify(api_, run_, same->number, proposal.notice));
    return close(api_, run_.repository, *same);
  }

  Result<Situation> look(const RunRef&, const Signature& cause) override { return look_at(api_, run_, cause); }

  Result<void> apply(const Proposal& proposal) override {
    switch (proposal.move) {
      case Move::propose: return hand_over(proposal);
      case Move::rerun: return run_jobs_again(proposal);
      case Move::tell: {
        TRY(tell_people(proposal));
        return check(proposal);
      }
      case Move::confirm: return confirm_own();
      case Move::withdraw: return withdraw_own(proposal);
      case Move::wait:
      case Move::leave:
      case Move::heal: break;
    }
    return {};
  }

 private:
  Result<void> hand_over(const Proposal& proposal) {
    if (!goes_to_forge(proposal.mode)) return local_.apply(proposal);
    if (proposal.mode == DeliveryMode::push) {
      TRY(push_to_branch(api_, run_, proposal));
      settings_.tell("pushed to " + run_.branch);
      return {};
    }
    if (const auto review = TRY(suggest(api_, run_, proposal))) {
      settings_.tell(*review);
      return check(proposal, "A repair is suggested: " + *review);
    }
    const std::string url = TRY(open_pull_request(api_, run_, proposal)), told = "A repair is proposed: " + url;
    settings_.tell(url);
    TRY(mention(proposal, told));
    return check(proposal, told);
  }

  // Beside what is done already, too: what GitHub does not take here is no failure of it.
  Result<void> check(const Proposal& proposal, std::string_view more = "") {
    const auto checked = write_check(api_, run_, proposal, more);
    return checked || checked.error().kind != ErrorKind::unavailable ? Result<void>() : checked;
  }

  Result<void> run_jobs_again(const Proposal& proposal) {
    TRY(run_again(api_, run_));
    settings_.tell(fmt::format("the failed jobs of run {} run again", run_.id));
    return mention(proposal, "The failed jobs run again.");
  }

  // Beside what is done already: a token that may not say so is no failure of it.
  Result<void> mention(const Proposal& proposal, const std::string& what) {
    const auto told = tell_people(proposal, what);
    return told || told.error().kind == ErrorKind::denied ? Result<void>() : told;
  }

  // What people have to look into comes with what changed since it was green, where GitHub tells that.
  Proposal with_suspects(Proposal proposal) {
    const auto suspects = suspects_of(api_, run_, proposal.files);
    if (!suspects || !*suspects) return proposal;
    const std::string told = "\n" + text_of(**suspects);
    proposal.notice += told;
    proposal.issue += told;
    return proposal;
  }

  // On the pull request that the run is of; where it is of none, in an issue.
  Result<void> tell_people(const Proposal& proposal, std::string_view more = "") {
    const auto request = TRY(request_of(api_, run_));
    if (request == 0) return more.empty() ? track_failure(proposal) : Result<void>();
    if (!proposal.commented) return {};
    if (more.empty()) return notify(api_, run_, request, with_suspects(proposal).notice);
    return notify(api_, run_, request, fmt::format("{}\n{}\n", proposal.notice, more));
  }

  Result<void> track_failure(const Proposal& proposal) {
    if (!proposal.tracked || run_.is_of_fork() || proposal.move != Move::tell) return {};
    const TrackingIssue issue = TRY(track(api_, run_, with_suspects(proposal)));
    settings_.tell(issue.url);
    return {};
  }

  Result<void> confirm_own() {
    const auto own = TRY(request_of_branch(api_, run_.repository, run_.branch));
    return own ? confirm(api_, run_.repository, *own) : Result<void>();
  }

  // First the reason: who is interrupted between the two closes it the next time.
  Result<void> withdraw_own(const Proposal& proposal) {
    const auto own = TRY(request_of_branch(api_, run_.repository, run_.branch));
    if (!own) return {};
    TRY(notify(api_, run_, own->number, proposal.notice));
    return close(api_, run_.repository, *own);
  }

  GitHubApi& api_;
  const RemoteRun& run_;
  Forge& local_;
  GitHubForgeSettings settings_;
};

}  // namespace

std::unique_ptr<Forge> make_github_forge(GitHubForgeSettings settings) {
  return std::make_unique<GitHubForge>(std::move(settings));
}

}  // namespace regreen
