#include "cli/remote.h"

#include "adapters/github/checkout.h"
#include "adapters/github/ci_workspace.h"
#include "adapters/github/commit.h"
#include "adapters/github/forge.h"
#include "adapters/github/log.h"
#include "adapters/github/submodules.h"
#include "adapters/github/suspects.h"
#include "adapters/local/log_source.h"
#include "base/text.h"
#include "cli/account.h"
#include "cli/setting.h"
#include "deliver/deliver.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"
#include "read/whole_text.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::string_view configuration_path = ".github/regreen.yml";
constexpr std::size_t log_text_bytes_max = 16 << 20;  // as much as is kept of a command's output

// "https://github.com/owner/name.git", "git@github.com:owner/name.git".
std::string repository_in(std::string_view address) {
  if (address.ends_with(".git")) address.remove_suffix(4);
  const auto name = address.rfind('/');
  if (name == std::string_view::npos || name == 0) return "";
  const auto owner = address.find_last_of("/:", name - 1);
  return owner == std::string_view::npos ? "" : std::string(address.substr(owner + 1));
}

}  // namespace

Result<std::string> repository_of(const RemoteOptions& options, const std::string& here) {
  if (!options.repository.empty()) return options.repository;
  if (const auto named = variable("GITHUB_REPOSITORY"); !named.empty()) return named;
  const auto address = ask_git(here, {"remote", "get-url", "origin"});
  const std::string found = address ? repository_in(*address) : "";
  if (check_repository(found)) return found;
  return fail(ErrorKind::invalid, "which repository? Name it with --repo OWNER/NAME");
}

Result<std::unique_ptr<Remote>> Remote::open(const RemoteOptions& options, const std::string& here, Access access,
                                             Progress& progress) {
  auto clock = std::make_unique<SystemClock>();
  const std::string repository = TRY(repository_of(options, here));
  GitHubSettings account = TRY(github_account(repository, access, *clock, progress));
  GitHubApi api = TRY(GitHubApi::open(std::move(account), *clock));
  progress.show("asking GitHub about " + repository);
  RemoteRun run =
      TRY(options.run ? find_run(api, repository, *options.run) : latest_failed_run(api, repository, options.branch));
  if (run.status != "completed")
    return fail(ErrorKind::unavailable,
                fmt::format("run {} of {} is {}: it has no whole log yet", run.id, repository, printable(run.status)));
  const std::string state = TRY(state_folder());
  auto bench = TRY(Bench::make(state));
  return std::unique_ptr<Remote>(
      new Remote(std::move(api), std::move(run), std::move(bench), progress, std::move(clock)));
}

std::unique_ptr<Forge> Remote::forge(Forge& local, std::function<void(std::string_view)> tell) {
  return make_github_forge({api_, run_, local, bench_->folder() + "/other", open_log, std::move(tell)});
}

Result<std::unique_ptr<Workspace>> Remote::ci(Workspace& local, const std::string& log, const CaseId& id) {
  const auto text = [](const std::string& path) -> Result<std::string> {
    const auto source = TRY(open_log(path));
    return text_of(*source, log_text_bytes_max);
  };
  const auto tell = [this](std::string_view what) { progress_.show(what); };
  return make_ci_workspace(
      {api_, run_, local, TRY(text(log)), case_trailer(id), bench_->folder() + "/attempts", text, tell});
}

Result<std::string> Remote::log() {
  progress_.show(fmt::format("fetching the log of run {}", run_.id));
  const std::string folder = bench_->folder() + "/log";
  TRY(make_folders(folder));
  auto log = download_log(api_, run_, folder);
  if (log || run_.conclusion != "startup_failure") return log;
  TRY(replace_file(folder + "/none.txt", ""));  // no job began, so there is none
  return folder + "/none.txt";
}

Result<std::string> Remote::checkout() {
  progress_.show(fmt::format("fetching {} at {}", run_.repository, run_.head.substr(0, 12)));
  const std::string folder = bench_->folder() + "/checkout";
  TRY(check_out(api_, run_.repository, run_.head, folder));
  for (const auto& left_out : TRY(fetch_submodules(api_, run_.repository, folder))) warn(left_out);
  return folder;
}

std::string Remote::since_green() {
  if (run_.conclusion == "success") return "";
  progress_.show("comparing with the last green run");
  const auto suspects = suspects_of(api_, run_, {});
  return suspects && *suspects ? "\n" + text_of(**suspects) : "";
}

Result<std::string> Remote::configuration() {
  const auto text = TRY(read_default(api_, run_.repository, configuration_path));
  if (!text) return "";
  const std::string path = bench_->folder() + "/regreen.yml";
  TRY(replace_file(path, *text));
  return path;
}

Result<std::optional<std::string>> Remote::read(const std::string& path) {
  return read_default(api_, run_.repository, escaped_path(path));
}

}  // namespace regreen
