#include "adapters/github/own_requests.h"

#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::string_view confirmed_label = "auto-heal-success";
constexpr std::size_t page = 100;

bool has_label(const json& request, std::string_view name) {
  if (!request.is_object() || !request.contains("labels") || !request["labels"].is_array()) return false;
  return std::ranges::any_of(request["labels"], [&](const json& label) { return text_of(label, "name") == name; });
}

ProposalState state_of(const json& request) {
  if (!text_of(request, "merged_at").empty()) return ProposalState::merged;
  if (text_of(request, "state") != "open") return ProposalState::closed;
  return has_label(request, confirmed_label) ? ProposalState::confirmed : ProposalState::open;
}

// Another repository's branch may have any name.
bool is_of_repository(const json& request, const std::string& repository) {
  const auto head = request.is_object() ? request.find("head") : request.end();
  return head != request.end() && head->is_object() && text_within(*head, "repo", "full_name") == repository;
}

OwnRequest request_in(const json& request) {
  OwnRequest one{number_of(request, "number"),
                 text_of(request, "html_url"),
                 text_within(request, "head", "ref"),
                 text_within(request, "base", "ref"),
                 text_of(request, "body"),
                 state_of(request),
                 {},
                 false};
  one.merged = from_iso(text_of(request, "merged_at")).value_or(Timestamp{});
  const bool has_labels = request.contains("labels") && !request["labels"].empty();
  one.is_bare = one.state == ProposalState::open && !has_labels;
  return one;
}

Result<std::vector<OwnRequest>> requests_at(GitHubApi& api, const std::string& repository, const std::string& query,
                                            std::size_t most) {
  std::vector<OwnRequest> found;
  for (const auto& request : TRY(api.list(
           fmt::format("/repos/{}/pulls?state=all&sort=created&direction=desc{}", repository, query), "", most))) {
    if (is_of_repository(request, repository) && is_own_branch(text_within(request, "head", "ref")))
      found.push_back(request_in(request));
  }
  return found;
}

std::string owner_of(const std::string& repository) { return repository.substr(0, repository.find('/')); }

}  // namespace

bool is_own_branch(std::string_view branch) { return branch.starts_with(own_branch_prefix); }

Result<std::vector<OwnRequest>> own_requests(GitHubApi& api, const std::string& repository, const std::string& base) {
  return requests_at(api, repository, "&base=" + escaped(base), page);
}

Result<std::optional<OwnRequest>> request_of_branch(GitHubApi& api, const std::string& repository,
                                                    const std::string& branch) {
  const auto found =
      TRY(requests_at(api, repository, fmt::format("&head={}:{}", owner_of(repository), escaped(branch)), 1));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<void> confirm(GitHubApi& api, const std::string& repository, const OwnRequest& request) {
  TRY(api.send("POST", fmt::format("/repos/{}/issues/{}/labels", repository, request.number),
               {{"labels", json::array({confirmed_label})}}));
  return {};
}

Result<void> close(GitHubApi& api, const std::string& repository, const OwnRequest& request) {
  if (request.state != ProposalState::open && request.state != ProposalState::confirmed) return {};
  TRY(api.send("PATCH", fmt::format("/repos/{}/pulls/{}", repository, request.number), {{"state", "closed"}}));
  return {};
}

}  // namespace regreen
