#pragma once

#include "adapters/github/api.h"
#include "base/time.h"
#include "model/run.h"

#include <cstdint>
#include <optional>
#include <string>

namespace regreen {

/// A run of a workflow, as GitHub knows it.
struct RemoteRun {
  std::uint64_t id = 0;
  std::uint64_t attempt = 1;
  std::string repository;       ///< owner/name, where it ran
  std::string head_repository;  ///< where its commit comes from; another one: a fork. Empty where that is gone
  std::string head;             ///< commit
  std::string branch;
  std::string workflow;  ///< its name
  std::uint64_t workflow_id = 0;
  std::uint64_t pull_request = 0;  ///< whose commit it built; 0: none, or of a fork
  std::string base;                ///< … and the branch that it is to be merged into
  std::string event;               ///< "push", "pull_request" …
  std::string status;              ///< "completed" …
  std::string conclusion;          ///< "failure" …; empty until it is completed
  std::string url;                 ///< for people
  Timestamp created;
  Timestamp started;  ///< this attempt

  /// Its name among the Cases: each attempt is a run of its own.
  RunRef ref() const { return {repository, head, std::to_string(id) + "." + std::to_string(attempt), branch}; }

  /// Does the repository itself vouch for what was built? What a pull request brings, it does not.
  bool is_trusted() const { return !is_of_fork() && !event.starts_with("pull_request"); }
  bool is_of_fork() const { return head_repository != repository; }
};

/// A run by its name among the Cases, as far as that tells; `invalid` where it is none of GitHub's.
Result<RemoteRun> run_named(const RunRef& ref);

/// One run by its id.
Result<RemoteRun> find_run(GitHubApi& api, const std::string& repository, std::uint64_t id);

/// Has the failed jobs of a run done again. Nothing is done where a later attempt is there already; `denied` after
/// run_attempts_max, and where GitHub would not (older than 30 days).
Result<void> run_again(GitHubApi& api, const RemoteRun& run);

/// A file of the repository's default branch; nothing where it has none. An error where it has more than a megabyte.
Result<std::optional<std::string>> read_default(GitHubApi& api, const std::string& repository, std::string_view path);

/// The newest completed run of the same workflow on a branch; nothing where there is none.
Result<std::optional<RemoteRun>> latest_run_on(GitHubApi& api, const RemoteRun& run, const std::string& branch);

/// The newest green run of the same workflow on a branch; nothing where there is none.
Result<std::optional<RemoteRun>> last_green_on(GitHubApi& api, const RemoteRun& run, const std::string& branch);

/// The newest run of the same workflow for a commit; nothing where there is none, or not yet.
Result<std::optional<RemoteRun>> run_of_commit(GitHubApi& api, const RemoteRun& run, const std::string& commit);

/// The newest failed run, of a branch where one is named.
Result<RemoteRun> latest_failed_run(GitHubApi& api, const std::string& repository, const std::string& branch);

}  // namespace regreen
