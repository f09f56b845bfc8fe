#include "engine/replay.h"

#include "base/sha256.h"

#include <fmt/format.h>

namespace regreen {
namespace {

std::string state_of(const std::optional<std::string>& text) {
  return text ? "sha256 " + sha256_hex(*text) : std::string("is not there");
}

std::string end_of(const Rehearsal& rehearsal) {
  const auto reason = reason_of(rehearsal.end);
  return reason.empty() ? fmt::format("exit {}", rehearsal.exit) : fmt::format("ended because {}", reason);
}

}  // namespace

Result<std::vector<Recheck>> replay(const Case& one, Workspace& workspace, const Limits& limits, Network network) {
  const Outcome& outcome = *one.outcome();
  const Command command{outcome.proof->command, limits, network};
  std::vector<Recheck> seen;
  for (const auto& change : outcome.patch.changes) {
    seen.push_back({change.path, state_of(change.before), state_of(workspace.tree().read(change.path))});
    if (!seen.back().holds()) return seen;
  }
  const Rehearsal before = TRY(workspace.rehearse({}, command));
  seen.push_back({"the command before the repair", fmt::format("exit {}", outcome.proof->exit_before), end_of(before)});
  if (!seen.back().holds()) return seen;
  const Rehearsal after = TRY(workspace.rehearse(outcome.patch, command));
  seen.push_back({"the command after the repair", "exit 0", end_of(after)});
  return seen;
}

}  // namespace regreen
