#include "adapters/github/notice.h"

#include "base/among.h"
#include "base/text.h"
#include "model/mark.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::string_view mark = "<!-- regreen notices -->";
constexpr std::size_t comments_max = 300;      // that are searched for ours
constexpr std::size_t part_bytes_max = 8'000;  // GitHub takes 65,536 characters
constexpr std::size_t body_bytes_max = 60'000;

bool is_ours(const json& comment) { return is_by_writer(comment) && text_of(comment, "body").starts_with(mark); }

std::string comments_of(const RemoteRun& run, std::uint64_t request) {
  return fmt::format("/repos/{}/issues/{}/comments", run.repository, request);
}

std::string comment_path(const RemoteRun& run, const json& comment) {
  return fmt::format("/repos/{}/issues/comments/{}", run.repository, number_of(comment, "id"));
}

// The first of ours.
Result<std::optional<json>> find_notice(GitHubApi& api, const RemoteRun& run, std::uint64_t request) {
  const auto there = TRY(api.list(comments_of(run, request), "", comments_max));
  const auto ours = std::ranges::find_if(there, is_ours);
  return ours == there.end() ? std::nullopt : std::optional(*ours);
}

Result<void> edit(GitHubApi& api, const RemoteRun& run, const json& comment, std::string_view part) {
  const std::string before = text_of(comment, "body"), after = with_part(before, run.workflow_id, part);
  if (after == before) return {};
  if (after.size() > body_bytes_max) return fail(ErrorKind::invalid, "the comment about failures is full");
  TRY(api.send("PATCH", comment_path(run, comment), {{"body", after}}));
  return {};
}

}  // namespace

bool is_by_writer(const json& comment) {
  constexpr auto trusted = std::to_array<std::string_view>({"OWNER", "MEMBER", "COLLABORATOR"});
  const bool is_bot = text_within(comment, "user", "type") == "Bot";
  return is_bot || is_among(text_of(comment, "author_association"), trusted);
}

std::string with_part(const std::string& text, std::uint64_t name, std::string_view part) {
  const std::string begin = fmt::format("<!-- regreen part {} -->\n", name), end = "<!-- regreen end -->\n";
  const std::string whole = begin + without_marks(part) + "\n" + end;
  const auto from = text.find(begin);
  const auto to = from == std::string::npos ? from : text.find(end, from);
  if (to == std::string::npos) return text + (text.ends_with('\n') ? "" : "\n") + whole;
  return text.substr(0, from) + whole + text.substr(to + end.size());
}

Result<std::uint64_t> request_of(GitHubApi& api, const RemoteRun& run) {
  if (run.pull_request != 0 || !run.is_of_fork()) return run.pull_request;
  const auto found = TRY(api.list(fmt::format("/repos/{}/commits/{}/pulls", run.repository, run.head), "", 10));
  const auto open = std::ranges::find_if(found, [](const json& one) { return text_of(one, "state") == "open"; });
  return open == found.end() ? 0 : number_of(*open, "number");
}

Result<void> notify(GitHubApi& api, const RemoteRun& run, std::uint64_t request, std::string_view text) {
  const std::string part = shortened(text, part_bytes_max);
  if (const auto ours = TRY(find_notice(api, run, request))) return edit(api, run, *ours, part);
  const json made =
      TRY(api.send("POST", comments_of(run, request), {{"body", with_part(std::string(mark), run.workflow_id, part)}}));
  const auto first = TRY(find_notice(api, run, request));
  if (!first || number_of(*first, "id") >= number_of(made, "id")) return {};
  // Somebody was quicker, and did not see ours either.
  TRY(api.send("DELETE", comment_path(run, made), json()));
  return edit(api, run, *first, part);
}

}  // namespace regreen
