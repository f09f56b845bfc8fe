#include "adapters/bubblewrap/workspace.h"
#include "adapters/github/access.h"
#include "adapters/local/journal.h"
#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/account.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/remote.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/folder.h"
#include "os/program.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace regreen {
namespace {

/// What one look found: an error where healing cannot work without it.
using Finding = Result<std::string>;

Finding look_at_git(const CommonOptions&) {
  const Ended ended = TRY(run({{"git", "--version"}, "", own_environment(), "", 10, 4096}));
  return ended.output.substr(0, ended.output.find('\n'));
}

Finding look_at_rules(const CommonOptions& common) {
  const RuleSet rules = TRY(load_rules(common));
  return fmt::format("{} rules, {} remedies", rules.rules().size(), rules.remedies().size());
}

// Those that a heal here would use, of HEAD where this is a repository.
Finding look_at_texts(const CommonOptions&) {
  const Configured here = TRY(load_config(".", ""));
  TRY(load_texts(here.config, at_head(".")));
  return fmt::format("{} of this repository's own", here.config.templates.size());
}

Finding look_at_store(const CommonOptions& common) {
  const std::string path = TRY(database_path(common));
  TRY(open_store(common));
  return path;
}

// The sandbox is tried for real, on a repository of one commit.
Finding look_at_sandbox(const CommonOptions&) {
  const std::string state = TRY(state_folder());
  const auto bench = TRY(Bench::make(state));
  const std::string& folder = bench->folder();
  const auto git = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", folder, "-c", "user.name=regreen", "-c", "user.email=regreen@localhost"});
    return run({std::move(words), "", own_environment(), "", 10, 4096});
  };
  TRY(git({"init", "-q"}));
  TRY(git({"commit", "-q", "--allow-empty", "-m", "nothing"}));
  const auto workspace = TRY(open_workspace(folder, {state, own_environment(), {}, {}, {}}));
  const Rehearsal ran = TRY(workspace->rehearse({}, {"true", {}, Network::none}));
  if (!ran.passed()) return fail(ErrorKind::denied, "a command that does nothing fails: " + ran.output);
  return fmt::format("works, {:.0f} ms for a command", ran.seconds * 1000);
}

// What may be done there, and what people would miss.
Finding look_at_github(const std::string& repository, Progress& progress) {
  SystemClock clock;
  GitHubSettings account = TRY(github_account(repository, Access::write, clock, progress));
  const bool is_app = static_cast<bool>(account.renew), has_token = is_app || !account.token.empty();
  GitHubApi api = TRY(GitHubApi::open(std::move(account), clock));
  const bool may_write = TRY(may_push(api, repository));
  std::string found = fmt::format("{} as {}", repository,
                                  is_app      ? "a GitHub App"
                                  : has_token ? "the token's owner"
                                              : "anybody");
  found += may_write ? ", may push" : ", may only read: repairs are shown, not proposed";
  if (is_app && !api.writes_checks()) found += "; makes no check runs: the App lacks checks: write";
  if (api.starts_no_checks()) found += "; what this token opens starts no checks";
  return found;
}

struct Look {
  std::string_view name;
  Finding (*look)(const CommonOptions&);
};

constexpr auto looks = std::to_array<Look>({{"git", look_at_git},
                                            {"rules", look_at_rules},
                                            {"texts", look_at_texts},
                                            {"store", look_at_store},
                                            {"sandbox", look_at_sandbox}});

// Tools that remedies run; a project that does not use one does not need it.
constexpr auto tools = std::to_array<std::string_view>({"black", "isort", "ruff", "prettier", "eslint", "clang-format",
                                                        "gofmt", "go", "cargo", "rustfmt", "npm", "python3"});

}  // namespace

int run_doctor(const CommonOptions& common, const DoctorOptions& options) {
  int code = exit_well;
  Progress progress;
  for (const auto& [name, look] : looks) {
    const auto found = look(common);
    fmt::print("{} {:<8} {}\n", found ? "✓" : "✗", name, found ? *found : found.error().message);
    if (!found) code = exit_trouble;
  }
  RemoteOptions remote;
  remote.repository = options.repository;
  if (const auto repository = repository_of(remote, "."); repository) {
    const auto found = look_at_github(*repository, progress);
    fmt::print("{} github   {}\n", found ? "✓" : "✗", printable(found ? *found : found.error().message));
    if (!found) code = exit_trouble;
  }
  const auto environment = own_environment();
  const char* path = value_of(environment, "PATH");
  std::string there, absent;
  for (const auto tool : tools) {
    std::string& list = find_program(std::string(tool), path == nullptr ? "" : path).empty() ? absent : there;
    list += fmt::format(" {}", tool);
  }
  fmt::print("✓ tools   {}\n", there);
  if (!absent.empty()) fmt::print("- absent  {} (their remedies are passed over)\n", absent);
  return code;
}

}  // namespace regreen
