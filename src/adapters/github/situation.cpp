#include "adapters/github/situation.h"

#include "adapters/github/commit.h"
#include "adapters/github/own_requests.h"
#include "model/mark.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using nlohmann::json;

constexpr auto reruns_end = std::chrono::days(30);
constexpr std::size_t answers_max = 20;  // older ones were heard when they were given

constexpr auto states = std::to_array<std::pair<std::string_view, RunState>>({
    {"success", RunState::success},
    {"failure", RunState::failure},
    {"timed_out", RunState::timed_out},
    {"startup_failure", RunState::startup_failure},
    {"cancelled", RunState::cancelled},
    {"action_required", RunState::action_required},
    {"stale", RunState::stale},
    {"skipped", RunState::skipped},
    {"neutral", RunState::skipped},
});

RunState state_of(const RemoteRun& run) {
  if (run.status != "completed") return RunState::running;
  const auto found = std::ranges::find(states, run.conclusion, &std::pair<std::string_view, RunState>::first);
  return found == states.end() ? RunState::skipped : found->second;
}

bool is_about(const OwnRequest& one, const RemoteRun& run, const Signature& cause) {
  return one.base == run.branch && is_marked(one.text, cause);
}

// Whether it fails in the same way, its log tells.
Result<void> add_base(Situation& now, GitHubApi& api, const RemoteRun& run) {
  if (run.base.empty() || run.base == run.branch) return {};
  const auto base = TRY(latest_run_on(api, run, run.base));
  if (!base || state_of(*base) != RunState::failure) return {};
  now.base = base->ref();
  now.base_where = base->url;
  return {};
}

void add(Situation& now, const OwnRequest& one, const RemoteRun& run) {
  now.proposal = one.state;
  now.where = one.url;
  if (one.state == ProposalState::merged && one.merged < run.created) now.proposal = ProposalState::none;
}

void add_answer(Situation& now, const OwnRequest& one) {
  const bool is_answered = one.state == ProposalState::merged || one.state == ProposalState::closed;
  const auto about = marked_case(one.text);
  if (!is_answered || !about || now.answers.size() == answers_max) return;
  now.answers.push_back({*about, one.state == ProposalState::merged && !one.is_reverted, one.rejection});
}

}  // namespace

Result<Situation> look_at(GitHubApi& api, const RemoteRun& run, const Signature& cause) {
  Situation now;
  now.run = state_of(run);
  now.attempt = run.attempt;
  now.is_old = run.created + reruns_end < api.now();
  now.is_of_fork = run.is_of_fork();
  now.is_ours = is_own_branch(run.branch) && !now.is_of_fork;
  if (now.is_ours) {
    const auto own = TRY(request_of_branch(api, run.repository, run.branch));
    if (own) add(now, *own, run);
    now.fails_alike = own && is_marked(own->text, cause);
    return now;
  }
  const auto newest = now.is_of_fork ? std::optional(run.head) : TRY(find_branch(api, run, run.branch));
  now.is_superseded = newest != run.head;
  if (cause.empty()) return now;
  TRY(add_base(now, api, run));
  const auto ours = TRY(own_requests(api, run.repository, run.branch));
  const auto same = std::ranges::find_if(ours, [&](const OwnRequest& one) { return is_about(one, run, cause); });
  if (same != ours.end()) add(now, *same, run);
  for (const auto& one : ours) add_answer(now, one);
  return now;
}

}  // namespace regreen
