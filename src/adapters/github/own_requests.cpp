#include "adapters/github/own_requests.h"

#include "base/among.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

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
  OwnRequest one;
  one.number = number_of(request, "number");
  one.url = text_of(request, "html_url");
  one.branch = text_within(request, "head", "ref");
  one.base = text_within(request, "base", "ref");
  one.text = text_of(request, "body");
  one.state = state_of(request);
  for (const auto word : rejections()) {
    if (has_label(request, word)) one.rejection = word;
  }
  one.merged = from_iso(text_of(request, "merged_at")).value_or(Timestamp{});
  const bool has_labels = request.contains("labels") && !request["labels"].empty();
  one.is_bare = one.state == ProposalState::open && !has_labels;
  return one;
}

// GitHub's own button makes such a branch: "revert-12-fix/auto-…" for request 12.
std::uint64_t reverted_by(const json& request) {
  constexpr std::string_view begin = "revert-";
  const std::string branch = text_within(request, "head", "ref");
  std::uint64_t number = 0;
  if (!branch.starts_with(begin) || state_of(request) != ProposalState::merged) return 0;
  std::from_chars(branch.data() + begin.size(), branch.data() + branch.size(), number);
  return number;
}

Result<std::vector<OwnRequest>> requests_at(GitHubApi& api, const std::string& repository, const std::string& query,
                                            std::size_t most) {
  std::vector<OwnRequest> found;
  std::vector<std::uint64_t> reverted;
  for (const auto& request : TRY(api.list(
           fmt::format("/repos/{}/pulls?state=all&sort=created&direction=desc{}", repository, query), "", most))) {
    if (!is_of_repository(request, repository)) continue;
    if (is_own_branch(text_within(request, "head", "ref"))) found.push_back(request_in(request));
    if (const auto number = reverted_by(request); number != 0) reverted.push_back(number);
  }
  for (auto& one : found) one.is_reverted = is_among(one.number, reverted);
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
