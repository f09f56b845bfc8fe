#include "engine/replay.h"

#include "adapters/bubblewrap/workspace.h"
#include "adapters/local/at_commit.h"
#include "base/text.h"
#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/folder.h"
#include "os/program.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

Result<void> check_has_proof(const Case& one) {
  const Outcome* outcome = one.outcome();
  if (outcome == nullptr || outcome->decision != Decision::patched || !outcome->proof) {
    return fail(ErrorKind::not_found, fmt::format("case {} has no repair to check", one.id().value));
  }
  return {};
}

Result<std::vector<Recheck>> replay_case(const CommonOptions& common, const ReplayOptions& options) {
  const Case one = TRY(load_case(common, options.id));
  TRY(check_has_proof(one));
  const RunRef& run = *one.run();
  const std::string repository = options.repository.empty() ? run.repository : options.repository;
  if (!is_absolute(repository) && options.repository.empty()) {
    return fail(ErrorKind::not_found,
                fmt::format("case {} is of {}: name a clone with --repo", one.id().value, printable(repository)));
  }
  const std::string state = TRY(state_folder());
  const Configured configured = TRY(load_config(repository, ""));
  const auto commit = TRY(AtCommit::make(repository, run.head, state));
  WorkspaceSettings settings;
  settings.state_folder = state;
  settings.environment = own_environment();
  settings.more_variables = options.environment;
  const auto workspace = TRY(open_workspace(commit->folder(), settings));
  return replay(one, *workspace, configured.config.limits, configured.config.network);
}

}  // namespace

int run_replay(const CommonOptions& common, const ReplayOptions& options) {
  const auto seen = replay_case(common, options);
  if (!seen) return complain_about_case(seen.error());
  for (const auto& one : *seen) {
    fmt::print("{}  {}: {}{}\n", one.holds() ? "holds " : "DIFFERS", printable(one.what), one.now,
               one.holds() ? "" : ", but the proof says " + one.then);
  }
  const bool holds = std::ranges::all_of(*seen, &Recheck::holds);
  fmt::print("{}\n", holds ? "the proof holds" : "the proof does not hold here");
  return holds ? exit_well : exit_look;
}

}  // namespace regreen
