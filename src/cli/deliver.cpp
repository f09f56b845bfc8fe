#include "adapters/bubblewrap/copy_tree.h"
#include "adapters/local/forge.h"
#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/actions.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/remote.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "deliver/pull_request.h"
#include "engine/hand_over.h"
#include "model/case_file.h"
#include "os/file.h"
#include "os/folder.h"
#include "report/actions.h"
#include "report/text.h"

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

Result<Case> deliver(const CommonOptions& common, const DeliverCommand& options, std::string& where) {
  Progress progress;
  const auto remote = TRY(Remote::open(options.remote, ".", Access::write, progress));
  const RemoteRun& run = remote->run();
  Case one = TRY(case_of(options, run));
  const std::string folder = TRY(remote->checkout()), state = TRY(state_folder());
  const std::string policy = run.is_trusted() ? folder : "/";
  const RuleSet rules = TRY(load_rules(common, policy));
  const std::string file = options.config.empty() ? TRY(remote->configuration()) : options.config;
  const Configured configured = TRY(load_config(policy, file));
  const auto local = TRY(open_local_forge({folder, "", state}));
  const auto tell = [&](std::string_view said) { where = said; };
  const auto forge = remote->forge(*local, tell);
  const auto tree = TRY(CopyTree::open(folder, one.outcome()->patch.paths()));
  progress.show("handing over");
  SystemClock clock;
  Outcome outcome = TRY(hand_over(one, tree, *forge, rules, configured.config,
                                  {options.mode, "", configured.config.co_author, configured.config.tracking_issue, configured.config.comments}));
  one.add(clock.now(), std::move(outcome));
  return one;
}

}  // namespace

int run_deliver(const CommonOptions& common, const DeliverCommand& options) {
  std::string where;
  const auto one = deliver(common, options, where);
  if (!one) {
    complain(one.error().message);
    return exit_trouble;
  }
  tell_actions(step_outputs(*one, where), summary_text(*one));
  const Outcome& outcome = *one->outcome();
  const std::string rule = outcome.rule.empty() ? "" : " by " + outcome.rule;
  fmt::print("{}{}: {}\n", name_of(outcome.decision), rule, printable(outcome.reason));
  if (!where.empty()) fmt::print("{}\n", printable(where));
  const bool done = outcome.delivery == Delivery::done || outcome.decision == Decision::nothing;
  return done ? exit_well : exit_look;
}

}  // namespace regreen
