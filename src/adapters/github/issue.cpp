#include "adapters/github/issue.h"

#include "base/text.h"
#include "model/mark.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::string_view label = "auto-heal";
constexpr std::size_t issues_max = 300;
constexpr std::size_t body_bytes_max = 60'000;

std::string issues_of(const std::string& repository) { return fmt::format("/repos/{}/issues", repository); }

std::string text_of_issue(const RemoteRun& run, const Proposal& proposal) {
  const std::string text = without_marks(shortened(proposal.issue, body_bytes_max));
  return fmt::format("{}\n{}\n\n{}\n", text, run.url, proposal.mark);
}

}  // namespace

Result<std::optional<TrackingIssue>> find_issue(GitHubApi& api, const std::string& repository,
                                                const Proposal& proposal) {
  const auto open = TRY(api.list(
      fmt::format("{}?state=open&labels={}&sort=created&direction=asc", issues_of(repository), label), "", issues_max));
  for (const auto& one : open) {
    const bool is_issue = one.is_object() && !one.contains("pull_request");
    if (is_issue && is_marked(text_of(one, "body"), proposal.failure))
      return TrackingIssue{number_of(one, "number"), text_of(one, "html_url")};
  }
  return std::nullopt;
}

Result<TrackingIssue> track(GitHubApi& api, const RemoteRun& run, const Proposal& proposal) {
  if (const auto there = TRY(find_issue(api, run.repository, proposal))) return *there;
  const json opened = TRY(api.send("POST", issues_of(run.repository),
                                   {{"title", replace_all(proposal.title, "[Auto-Fix]", "[Auto-Heal]")},
                                    {"body", text_of_issue(run, proposal)},
                                    {"labels", json::array({label})}}));
  const TrackingIssue ours{number_of(opened, "number"), text_of(opened, "html_url")};
  const auto first = TRY(find_issue(api, run.repository, proposal));
  if (!first || first->number >= ours.number) return ours;
  // Somebody was quicker, and did not see ours either.
  TRY(api.send("PATCH", fmt::format("{}/{}", issues_of(run.repository), ours.number),
               {{"state", "closed"}, {"state_reason", "not_planned"}}));
  return *first;
}

}  // namespace regreen
