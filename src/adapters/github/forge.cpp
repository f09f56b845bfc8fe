#include "adapters/github/forge.h"

#include "adapters/github/notice.h"
#include "adapters/github/own_requests.h"
#include "adapters/github/pull_request.h"
#include "adapters/github/situation.h"

#include <fmt/format.h>

namespace regreen {
namespace {

class GitHubForge final : public Forge {
 public:
  GitHubForge(GitHubApi& api, RemoteRun run, Forge& local, std::function<void(std::string_view)> tell)
      : api_(api), run_(std::move(run)), local_(local), tell_(std::move(tell)) {}

  Result<std::unique_ptr<Source>> fetch(const RunRef& run) override { return local_.fetch(run); }

  Result<void> take_back(const Proposal&) override {
    return fail(ErrorKind::denied,
                "what was delivered to GitHub is taken back there: close the pull request, or revert the commit");
  }

  Result<Situation> look(const RunRef&, const Signature& cause) override { return look_at(api_, run_, cause); }

  Result<void> apply(const Proposal& proposal) override {
    switch (proposal.move) {
      case Move::propose: return hand_over(proposal);
      case Move::rerun: return run_jobs_again(proposal);
      case Move::tell: return tell_people(proposal);
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
      tell_("pushed to " + run_.branch);
      return {};
    }
    const std::string url = TRY(open_pull_request(api_, run_, proposal));
    tell_(url);
    return tell_people(proposal, "A repair is proposed: " + url);
  }

  Result<void> run_jobs_again(const Proposal& proposal) {
    TRY(run_again(api_, run_));
    tell_(fmt::format("the failed jobs of run {} run again", run_.id));
    return tell_people(proposal);
  }

  // On the pull request that the run is of.
  Result<void> tell_people(const Proposal& proposal, std::string_view more = "") {
    if (proposal.notice.empty()) return {};
    const auto request = TRY(request_of(api_, run_));
    if (request == 0) return {};
    return notify(api_, run_, request, more.empty() ? proposal.notice : fmt::format("{}\n{}\n", proposal.notice, more));
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
  RemoteRun run_;
  Forge& local_;
  std::function<void(std::string_view)> tell_;
};

}  // namespace

std::unique_ptr<Forge> make_github_forge(GitHubApi& api, RemoteRun run, Forge& local,
                                         std::function<void(std::string_view)> tell) {
  return std::make_unique<GitHubForge>(api, std::move(run), local, std::move(tell));
}

}  // namespace regreen
