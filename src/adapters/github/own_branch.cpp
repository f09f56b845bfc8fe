#include "adapters/github/own_branch.h"

#include "adapters/github/own_requests.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace regreen {
namespace {

using nlohmann::json;

std::string refs_path(const RemoteRun& run) { return fmt::format("/repos/{}/git/refs", run.repository); }

std::array<std::string, 2> names_for(const RemoteRun& run) {
  const auto began = std::chrono::floor<std::chrono::seconds>(run.started);
  const std::string name = fmt::format("{}{:%Y%m%d-%H%M%S}", own_branch_prefix, began);
  return {name, fmt::format("{}-{}", name, run.id)};
}

/// The commit of a repair, made when it is first needed.
struct Repair {
  GitHubApi& api;
  const RemoteRun& run;
  const Proposal& proposal;
  std::string tree;
  std::string commit = {};

  Result<void> make() {
    if (commit.empty()) commit = TRY(make_commit(api, run, tree, proposal.message));
    return {};
  }

  Result<json> put(const std::string& branch) {
    TRY(make());
    return api.send("POST", refs_path(run), {{"ref", "refs/heads/" + branch}, {"sha", commit}});
  }
};

// What is at a branch that could not be made, or was looked for; nothing where it is none of this case.
Result<std::optional<OwnBranch>> take_over(Repair& repair, const std::string& name, const std::string& there) {
  if (there == repair.commit) return OwnBranch{name, there, false};  // the answer was lost
  const auto tree = TRY(tree_made_for(repair.api, repair.run, there, repair.proposal.trailer));
  if (!tree) return std::nullopt;
  if (*tree == repair.tree) return OwnBranch{name, there, true};
  if (TRY(request_of_branch(repair.api, repair.run.repository, name))) return OwnBranch{name, there, true};
  remove_branch(repair.api, repair.run, name);
  TRY(repair.put(name));
  return OwnBranch{name, repair.commit, false};
}

Result<std::optional<OwnBranch>> claim(Repair& repair, const std::string& name) {
  if (repair.proposal.is_tried) {  // CI has built it, so it is there
    const auto there = TRY(find_branch(repair.api, repair.run, name));
    if (there) return take_over(repair, name, *there);
  }
  const auto made = repair.put(name);
  if (made) return OwnBranch{name, repair.commit, false};
  const auto there = find_branch(repair.api, repair.run, name);
  if (!there || !*there) return tl::unexpected(made.error());
  return take_over(repair, name, **there);
}

}  // namespace

Result<OwnBranch> make_own_branch(GitHubApi& api, const RemoteRun& run, const BuiltCommit& built,
                                  const Proposal& proposal) {
  Repair repair{api, run, proposal, TRY(make_tree(api, run, built, proposal.patch))};
  const auto names = names_for(run);
  for (const auto& name : names) {
    if (auto branch = TRY(claim(repair, name))) return *std::move(branch);
  }
  return fail(ErrorKind::denied,
              fmt::format("the branches {} and {} exist and are not of this case", names[0], names[1]));
}

void remove_branch(GitHubApi& api, const RemoteRun& run, const std::string& name) {
  (void)api.send("DELETE", fmt::format("{}/heads/{}", refs_path(run), escaped_path(name)), json());
}

}  // namespace regreen
