#include "adapters/github/run.h"

#include "base/text.h"
#include "model/situation.h"
#include "net/base64.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace regreen {
namespace {

using nlohmann::json;

bool is_commit(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<RemoteRun> run_of(const json& said, const std::string& repository) {
  RemoteRun run;
  run.id = number_of(said, "id");
  run.attempt = std::max<std::uint64_t>(number_of(said, "run_attempt"), 1);
  run.repository = repository;
  run.head_repository = text_within(said, "head_repository", "full_name");
  run.head = text_of(said, "head_sha");
  run.branch = text_of(said, "head_branch");
  run.workflow = text_of(said, "name");
  run.workflow_id = number_of(said, "workflow_id");
  if (said.is_object() && said.contains("pull_requests") && said["pull_requests"].is_array() &&
      !said["pull_requests"].empty()) {
    const json& request = said["pull_requests"].front();
    run.pull_request = number_of(request, "number");
    run.base = text_within(request, "base", "ref");
  }
  run.event = text_of(said, "event");
  run.status = text_of(said, "status");
  run.conclusion = text_of(said, "conclusion");
  run.url = text_of(said, "html_url");
  run.created = from_iso(text_of(said, "created_at")).value_or(Timestamp{});
  run.started = from_iso(text_of(said, "run_started_at")).value_or(Timestamp{});
  if (run.id == 0 || !is_commit(run.head))
    return fail(ErrorKind::unavailable, "GitHub's answer is no run of " + repository);
  return run;
}

}  // namespace

Result<RemoteRun> run_named(const RunRef& ref) {
  RemoteRun run;
  run.repository = ref.repository;
  run.head = ref.head;
  const auto dot = ref.run.find('.');
  const char* end = ref.run.data() + ref.run.size();
  const auto id = std::from_chars(ref.run.data(), end, run.id);
  if (dot != std::string::npos && id.ptr == ref.run.data() + dot &&
      std::from_chars(id.ptr + 1, end, run.attempt).ptr == end)
    return run;
  return fail(ErrorKind::invalid, "'" + printable(ref.run) + "' is no run of GitHub");
}

Result<RemoteRun> find_run(GitHubApi& api, const std::string& repository, std::uint64_t id) {
  TRY(check_repository(repository));
  return run_of(TRY(api.get(fmt::format("/repos/{}/actions/runs/{}", repository, id))), repository);
}

Result<void> run_again(GitHubApi& api, const RemoteRun& run) {
  const RemoteRun now = TRY(find_run(api, run.repository, run.id));
  if (now.attempt > run.attempt) return {};
  if (now.attempt >= run_attempts_max)
    return fail(ErrorKind::denied, fmt::format("run {} was tried {} times", run.id, now.attempt));
  const auto asked = api.send(
      "POST", fmt::format("/repos/{}/actions/runs/{}/rerun-failed-jobs", run.repository, run.id), json::object());
  if (asked) return {};
  // The answer was lost, or somebody was quicker: GitHub refuses what runs already.
  const auto after = find_run(api, run.repository, run.id);
  if (after && after->attempt > run.attempt) return {};
  if (asked.error().kind != ErrorKind::invalid) return tl::unexpected(asked.error());
  return fail(ErrorKind::denied, asked.error().message);
}

Result<std::optional<std::string>> read_default(GitHubApi& api, const std::string& repository, std::string_view path) {
  TRY(check_repository(repository));
  const auto said = api.get(fmt::format("/repos/{}/contents/{}", repository, path));
  if (!said && said.error().kind == ErrorKind::not_found) return std::nullopt;
  if (!said) return tl::unexpected(said.error());
  const auto bytes = from_base64(text_of(*said, "content"));
  if (text_of(*said, "encoding") == "base64" && bytes) return *bytes;
  return fail(ErrorKind::unavailable, fmt::format("GitHub does not tell what is in {} of {}", path, repository));
}

namespace {

Result<std::optional<RemoteRun>> newest_of_workflow(GitHubApi& api, const RemoteRun& run, const std::string& query) {
  const auto runs =
      TRY(api.list(fmt::format("/repos/{}/actions/workflows/{}/runs?{}", run.repository, run.workflow_id, query),
                   "workflow_runs", 1));
  if (runs.empty()) return std::nullopt;
  return TRY(run_of(runs.front(), run.repository));
}

}  // namespace

Result<std::optional<RemoteRun>> latest_run_on(GitHubApi& api, const RemoteRun& run, const std::string& branch) {
  return newest_of_workflow(api, run, "status=completed&branch=" + escaped(branch));
}

Result<std::optional<RemoteRun>> last_green_on(GitHubApi& api, const RemoteRun& run, const std::string& branch) {
  return newest_of_workflow(api, run, "status=success&branch=" + escaped(branch));
}

Result<std::optional<RemoteRun>> run_of_commit(GitHubApi& api, const RemoteRun& run, const std::string& commit) {
  return newest_of_workflow(api, run, "head_sha=" + escaped(commit));
}

Result<RemoteRun> latest_failed_run(GitHubApi& api, const std::string& repository, const std::string& branch) {
  TRY(check_repository(repository));
  std::string path = fmt::format("/repos/{}/actions/runs?status=failure", repository);
  if (!branch.empty()) path += "&branch=" + escaped(branch);
  const auto runs = TRY(api.list(path, "workflow_runs", 1));
  if (runs.empty()) {
    return fail(ErrorKind::not_found,
                fmt::format("{} has no failed run{}", repository, branch.empty() ? "" : " on " + printable(branch)));
  }
  return run_of(runs.front(), repository);
}

}  // namespace regreen
