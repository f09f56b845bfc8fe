#include "adapters/system/clock.h"
#include "cli/actions.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/hand_over.h"
#include "cli/terminal.h"
#include "deliver/pull_request.h"
#include "model/case_file.h"
#include "os/file.h"
#include "report/actions.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::size_t case_bytes_max = 64 << 20;

Result<Case> case_in(const std::string& file) {
  const std::string text = TRY(read_file(file, case_bytes_max));
  Case one = TRY(read_case_file(text));
  if (!one.settled()) return fail(ErrorKind::invalid, file + " has no decision");
  return one;
}

Result<void> check_run(const Case& one, const std::string& file, const RemoteRun& run) {
  if (*one.run() == run.ref()) return {};
  return fail(ErrorKind::invalid, fmt::format("{} is about another run than {} (attempt {}) of {}", file, run.id,
                                              run.attempt, run.repository));
}

// Which run it is about, the case tells where nobody else does.
Result<RemoteOptions> run_meant(RemoteOptions options, const Case& one) {
  if (!options.run) options.run = TRY(run_named(*one.run())).id;
  return options;
}

Result<Handed> deliver(const CommonOptions& common, const DeliverCommand& options) {
  Progress progress;
  Handed handed{TRY(case_in(options.file)), ""};
  const RemoteOptions run = TRY(run_meant(options.remote, handed.one));
  const auto remote = TRY(Remote::open(run, ".", Access::write, progress));
  TRY(check_run(handed.one, options.file, remote->run()));
  Outcome outcome = TRY(hand_over_to_github(common, *remote, handed, options.mode, options.config, Attended::no));
  handed.one.add(SystemClock().now(), std::move(outcome));
  return handed;
}

}  // namespace

int run_deliver(const CommonOptions& common, const DeliverCommand& options) {
  const auto handed = deliver(common, options);
  if (!handed) {
    complain(handed.error().message);
    return exit_trouble;
  }
  tell_actions(step_outputs(handed->one, handed->where), summary_text(handed->one, handed->texts));
  return tell(*handed);
}

}  // namespace regreen
