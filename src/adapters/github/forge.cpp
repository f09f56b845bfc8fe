#include "adapters/github/forge.h"

#include "adapters/github/pull_request.h"

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

  Result<void> apply(const Proposal& proposal) override {
    if (proposal.again) {
      TRY(run_again(api_, run_));
      tell_(fmt::format("the failed jobs of run {} run again", run_.id));
    } else if (proposal.mode == DeliveryMode::push) {
      TRY(push_to_branch(api_, run_, proposal));
      tell_(fmt::format("pushed to {}", run_.branch));
    } else if (proposal.mode == DeliveryMode::pull) {
      const Proposed proposed = TRY(open_pull_request(api_, run_, proposal));
      tell_(proposed.url);
    } else {
      return local_.apply(proposal);
    }
    return {};
  }

 private:
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
