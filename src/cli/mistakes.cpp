#include "cli/mistakes.h"

#include <fmt/format.h>

namespace regreen {
namespace {

// What is healed or diagnosed is named one way.
std::string mistake_of_run(std::string_view command, const RemoteOptions& remote, bool has_log) {
  if (remote.run && remote.latest == Permission::yes)
    return fmt::format("{}: --run and --latest are two things", command);
  if (remote.wanted() && has_log) return fmt::format("{}: a run on GitHub brings its own log", command);
  if (!remote.wanted() && !has_log) return fmt::format("{}: name a log, or a run with --run ID or --latest", command);
  return "";
}

}  // namespace

std::string mistake_of_diagnose(const DiagnoseOptions& diagnose) {
  return mistake_of_run("diagnose", diagnose.remote, !diagnose.files.empty());
}

std::string mistake_of_heal(const HealCommand& heal) {
  if (goes_to_forge(heal.mode) && !heal.remote.wanted())
    return "--deliver push and pr are for runs on GitHub: name one with --run ID";
  return mistake_of_run("heal", heal.remote, !heal.log.empty());
}

// Logs are learned, or something else is done with what is known.
std::string mistake_of_learn_green(const LearnGreenOptions& learn, bool lists, bool forgets) {
  const bool has_logs = !learn.files.empty();
  if (lists && forgets) return "learn-green: --list and --forget are two things";
  if ((lists || forgets) && has_logs) return "learn-green: --list and --forget take no logs";
  if (!lists && !forgets && !has_logs) return "learn-green: name the logs of green runs";
  return "";
}

}  // namespace regreen
