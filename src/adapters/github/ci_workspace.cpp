#include "adapters/github/ci_workspace.h"

#include "adapters/github/log.h"
#include "adapters/github/own_branch.h"
#include "base/among.h"
#include "base/text.h"
#include "os/folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using nlohmann::json;

constexpr double beginning_s = 120;  // in which a push has begun a run, and a dispatch another time
constexpr double first_look_s = 1;   // … between looks at it, each time half as long again
constexpr double longest_look_s = 20;

double seconds_since(GitHubApi& api, Timestamp then) { return std::chrono::duration<double>(api.now() - then).count(); }

class CiWorkspace final : public Workspace {
 public:
  explicit CiWorkspace(CiSettings settings) : settings_(std::move(settings)), command_(ci_command(settings_.run)) {}

  const Tree& tree() const override { return settings_.local.tree(); }
  const LastCommit& last_commit() const override { return settings_.local.last_commit(); }

  bool is_private(const Command& command) const override {
    return command.line != command_ && settings_.local.is_private(command);
  }

  Result<ToolRun> run(const Patch& patch, const Command& tool, const std::stop_token& stop) override {
    return settings_.local.run(patch, tool, stop);
  }

  Result<Rehearsal> rehearse(const Patch& patch, const Command& command, const std::stop_token& stop) override {
    if (command.line != command_) return settings_.local.rehearse(patch, command, stop);
    if (patch.empty()) return ended(1, settings_.log);
    const Timestamp began = api().now();
    const OwnBranch branch = TRY(push(patch));
    auto answer = watch(branch, command.limits.time_s, stop);
    if (!answer || !answer->passed()) take_away(branch);
    if (answer) answer->seconds = seconds_since(api(), began);
    return answer;
  }

 private:
  GitHubApi& api() { return settings_.api; }

  Rehearsal ended(int exit, std::string output) const {
    Rehearsal rehearsal{command_, Rehearsal::End::exited, exit, std::move(output), 0};
    rehearsal.sandbox = ci_sandbox;
    return rehearsal;
  }

  Rehearsal cut_short(Rehearsal::End end) const {
    Rehearsal rehearsal = ended(1, "");
    rehearsal.end = end;
    return rehearsal;
  }

  Result<OwnBranch> push(const Patch& patch) {
    if (settings_.run.is_of_fork()) return fail(ErrorKind::denied, "the run is of a fork: its code is only looked at");
    if (!built_) built_ = TRY(newest_commit(api(), settings_.run));
    Proposal attempt;
    attempt.patch = patch;
    attempt.trailer = settings_.trailer;
    attempt.message = fmt::format("[Auto-Fix] Repair of run {}\n\nIt is proposed where CI is green with it.\n\n{}\n",
                                  settings_.run.id, settings_.trailer);
    return make_own_branch(api(), settings_.run, *built_, attempt);
  }

  Result<Rehearsal> watch(const OwnBranch& branch, double limit_s, const std::stop_token& stop) {
    const bool is_asked_again = branch.commit == passed_;  // whether it passes once more
    const auto before = is_asked_again ? TRY(run_of_commit(api(), settings_.run, branch.commit)) : std::nullopt;
    if (before) TRY(run_whole_again(*before));
    const auto run = TRY(wait_for(branch, before ? before->attempt + 1 : 1, limit_s, stop));
    if (!run) return cut_short(stop.stop_requested() ? Rehearsal::End::stopped : Rehearsal::End::timed_out);
    return answer_of(*run);
  }

  Result<void> run_whole_again(const RemoteRun& run) {
    TRY(api().send("POST", fmt::format("/repos/{}/actions/runs/{}/rerun", run.repository, run.id), json::object()));
    return {};
  }

  Result<std::optional<RemoteRun>> wait_for(const OwnBranch& branch, std::uint64_t attempt, double limit_s,
                                            const std::stop_token& stop) {
    const Timestamp began = api().now();
    const double patience_s = std::min(beginning_s, limit_s / 4);
    bool is_dispatched = false, is_told = false;
    for (double pause = first_look_s; !stop.stop_requested(); pause = std::min(pause * 1.5, longest_look_s)) {
      auto run = TRY(run_of_commit(api(), settings_.run, branch.commit));
      const double waited = seconds_since(api(), began);
      if (run && run->attempt >= attempt && run->status == "completed") return run;
      if (waited > limit_s) return std::nullopt;
      if (run && !is_told) settings_.tell("CI tries it: " + run->url);
      is_told = is_told || run;
      if (!run && is_dispatched && waited > 2 * patience_s) return no_run(branch);
      if (!run && !is_dispatched && (api().starts_no_checks() || waited > patience_s)) {
        TRY(dispatch(branch));
        is_dispatched = true;
      }
      api().wait(pause, run ? "CI is at it" : "CI has not begun");
    }
    return std::nullopt;
  }

  tl::unexpected<Error> no_run(const OwnBranch& branch) const {
    return fail(ErrorKind::denied,
                fmt::format("the workflow '{}' does not build {}: let it run on pushes to 'fix/auto-**', or on "
                            "workflow_dispatch, or have it verified here (--verify COMMAND)",
                            printable(settings_.run.workflow), branch.name));
  }

  // Where a push begins nothing, it may be asked for.
  Result<void> dispatch(const OwnBranch& branch) {
    const auto asked = api().send(
        "POST",
        fmt::format("/repos/{}/actions/workflows/{}/dispatches", settings_.run.repository, settings_.run.workflow_id),
        {{"ref", branch.name}});
    if (asked) return {};
    const bool is_refused = asked.error().kind != ErrorKind::unavailable;
    return is_refused ? Result<void>(no_run(branch)) : tl::unexpected(asked.error());
  }

  Result<Rehearsal> answer_of(const RemoteRun& run) {
    if (run.conclusion == "success") {
      passed_ = run.head;
      return ended(0, "CI is green: " + run.url + "\n");
    }
    constexpr auto failures = std::to_array<std::string_view>({"failure", "timed_out", "startup_failure"});
    if (!is_among(run.conclusion, failures))
      return fail(ErrorKind::unavailable,
                  fmt::format("CI says '{}' of the attempt: {}", printable(run.conclusion), run.url));
    const std::string folder = fmt::format("{}/{}.{}", settings_.scratch, run.id, run.attempt);
    TRY(make_folders(folder));
    const auto log = download_log(api(), run, folder);
    if (!log && run.conclusion != "startup_failure") return tl::unexpected(log.error());
    return ended(1, log ? TRY(settings_.text(*log)) : run.conclusion + "\n");
  }

  // Unless somebody has put another attempt there meanwhile.
  void take_away(const OwnBranch& branch) {
    const auto there = find_branch(api(), settings_.run, branch.name);
    if (there && *there == branch.commit) remove_branch(api(), settings_.run, branch.name);
  }

  CiSettings settings_;
  std::string command_;
  std::optional<BuiltCommit> built_;
  std::string passed_;  ///< the commit that CI was green with
};

}  // namespace

std::string ci_command(const RemoteRun& run) { return "GitHub Actions: " + printable(run.workflow); }

std::unique_ptr<Workspace> make_ci_workspace(CiSettings settings) {
  return std::make_unique<CiWorkspace>(std::move(settings));
}

}  // namespace regreen
