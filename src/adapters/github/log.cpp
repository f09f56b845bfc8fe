#include "adapters/github/log.h"

#include "base/text.h"
#include "os/fd.h"
#include "os/file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>

namespace regreen {
namespace {

constexpr std::size_t log_bytes_max = std::size_t{1} << 30;
constexpr std::size_t jobs_max = 512;        // twice what a matrix may have
constexpr std::size_t failed_jobs_max = 20;  // whose logs are fetched one by one
constexpr std::string_view zip_end = "PK\x05\x06";
constexpr std::size_t zip_end_reach = 65557;  // the record and its comment

Result<void> download_file(GitHubApi& api, const std::string& path, const std::string& file) {
  const Fd out(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!out) return fail(ErrorKind::unavailable, file + " cannot be written");
  return api.download(path, log_bytes_max, [&](std::string_view bytes) { return write_all(out.get(), bytes); });
}

// An archive that was cut off has no end record; that of an empty one is all there is.
bool is_whole_zip(const std::string& file) {
  const Fd in(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in) return false;
  const auto size = lseek(in.get(), 0, SEEK_END);
  if (size < 0 || lseek(in.get(), std::max<off_t>(0, size - static_cast<off_t>(zip_end_reach)), SEEK_SET) < 0)
    return false;
  const auto tail = read_all(in.get(), zip_end_reach);
  if (!tail) return false;
  const auto at = tail->rfind(zip_end);
  return at != std::string::npos && static_cast<std::size_t>(size) > tail->size() - at;
}

// A job's name as a file name: whatever it is, one name and no path.
std::string file_name(std::size_t number, const std::string& job) {
  std::string name = replace_all(printable(job), "/", "_");
  return fmt::format("{}_{}.txt", number, shortened(name, 90));
}

Result<std::string> download_jobs(GitHubApi& api, const RemoteRun& run, const std::string& folder) {
  const auto jobs =
      TRY(api.list(fmt::format("/repos/{}/actions/runs/{}/attempts/{}/jobs", run.repository, run.id, run.attempt),
                   "jobs", jobs_max));
  std::size_t fetched = 0;
  std::optional<Error> trouble;
  for (const auto& job : jobs) {
    if (text_of(job, "conclusion") != "failure" || fetched == failed_jobs_max) continue;
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
  if (done && is_whole_zip(zip)) return zip;
  unlink(zip.c_str());
  if (!done && done.error().kind == ErrorKind::denied) return tl::unexpected(done.error());
  return download_jobs(api, run, folder);
}

}  // namespace regreen
