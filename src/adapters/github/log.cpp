#include "adapters/github/log.h"

#include "adapters/github/archive.h"
#include "base/text.h"
#include "os/fd.h"
#include "os/file.h"
#include "os/folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fcntl.h>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t log_bytes_max = std::size_t{1} << 30;
constexpr std::size_t jobs_max = 512;        // twice what a matrix may have
constexpr std::size_t failed_jobs_max = 20;  // whose logs are fetched one by one

Result<void> download_file(GitHubApi& api, const std::string& path, const std::string& file) {
  const Fd out(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!out) return fail(ErrorKind::unavailable, file + " cannot be written");
  return api.download(path, log_bytes_max, [&](std::string_view bytes) { return write_all(out.get(), bytes); });
}

// A job's name as a file name: whatever it is, one name and no path.
std::string file_name(std::size_t number, const std::string& job) {
  std::string name = replace_all(printable(job), "/", "_");
  return fmt::format("{}_{}.txt", number, shortened(name, 90));
}

Result<std::vector<json>> failed_jobs(GitHubApi& api, const RemoteRun& run) {
  auto jobs =
      TRY(api.list(fmt::format("/repos/{}/actions/runs/{}/attempts/{}/jobs", run.repository, run.id, run.attempt),
                   "jobs", jobs_max));
  std::erase_if(jobs, [](const json& job) { return text_of(job, "conclusion") != "failure"; });
  return jobs;
}

// GitHub leaves jobs out of the archive now and then. Too many to fetch one by one are taken as they are.
bool lacks_jobs(const std::vector<std::string>& names, const std::vector<json>& failed) {
  const auto count =
      std::ranges::count_if(failed, [&](const json& job) { return has_log_of(names, text_of(job, "name")); });
  const auto there = static_cast<std::size_t>(count);
  return there < failed.size() && (there == 0 || failed.size() <= failed_jobs_max);
}

Result<std::string> download_jobs(GitHubApi& api, const RemoteRun& run, const std::vector<json>& failed,
                                  const std::string& folder) {
  std::size_t fetched = 0;
  std::optional<Error> trouble;
  for (const auto& job : failed) {
    if (fetched == failed_jobs_max) break;
    const auto id = number_of(job, "id");
    const auto done = download_file(api, fmt::format("/repos/{}/actions/jobs/{}/logs", run.repository, id),
                                    folder + "/" + file_name(fetched, text_of(job, "name")));
    if (done)
      ++fetched;
    else
      trouble = done.error();
  }
  if (fetched > 0) return folder;
  if (trouble) return tl::unexpected(std::move(*trouble));
  return fail(ErrorKind::not_found, fmt::format("run {} has no failed job with a log", run.id));
}

}  // namespace

Result<std::string> download_log(GitHubApi& api, const RemoteRun& run, const std::string& folder) {
  const std::string zip = folder + "/run.zip";
  const auto done = download_file(
      api, fmt::format("/repos/{}/actions/runs/{}/attempts/{}/logs", run.repository, run.id, run.attempt), zip);
  if (!done && done.error().kind == ErrorKind::denied) return tl::unexpected(done.error());
  const auto names = done ? names_in_zip(zip) : std::nullopt;
  const auto failed = failed_jobs(api, run);
  if (names && (!failed || !lacks_jobs(*names, *failed))) return zip;
  if (!failed) return tl::unexpected(failed.error());
  const std::string jobs = folder + "/jobs";
  TRY(make_folders(jobs));
  auto path = download_jobs(api, run, *failed, jobs);
  return !path && names ? zip : path;
}

}  // namespace regreen
