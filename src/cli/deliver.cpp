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

Result<Case> case_of(const DeliverCommand& options, const RemoteRun& run) {
  const std::string text = TRY(read_file(options.file, case_bytes_max));
  Case one = TRY(read_case_file(text));
  if (!one.settled()) return fail(ErrorKind::invalid, options.file + " has no decision");
  if (*one.run() == run.ref()) return one;
  return fail(ErrorKind::invalid, fmt::format("{} is about another run than {} (attempt {}) of {}", options.file,
                                              run.id, run.attempt, run.repository));
}

Result<Handed> deliver(const CommonOptions& common, const DeliverCommand& options) {
  Progress progress;
  const auto remote = TRY(Remote::open(options.remote, ".", Access::write, progress));
  Handed handed{TRY(case_of(options, remote->run())), ""};
  Outcome outcome =
      TRY(hand_over_to_github(common, *remote, handed, options.mode, options.config, Attended::no));
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
