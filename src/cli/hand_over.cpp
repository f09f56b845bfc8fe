#include "cli/hand_over.h"

#include "adapters/bubblewrap/copy_tree.h"
#include "adapters/local/forge.h"
#include "base/text.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "engine/hand_over.h"
#include "os/folder.h"

#include <fmt/format.h>

namespace regreen {
namespace {

/// Where a case is handed over, and what binds that.
struct Desk {
  std::string folder;  ///< with the commit that the run built
  std::string policy;  ///< the repository whose rules and configuration count
  std::string config;  ///< a file; empty: that repository's
  Forge& forge;
  ReadOfRepository read;
};

Result<Outcome> hand_over_at(const Desk& desk, const CommonOptions& common, Handed& handed, DeliveryMode mode,
                             Attended attended) {
  const Case& one = handed.one;
  const RuleSet rules = TRY(load_rules(common, desk.policy));
  const Configured configured = TRY(load_config(desk.policy, desk.config));
  for (const auto& warning : configured.warnings) warn(warning);
  handed.texts = TRY(load_texts(configured.config, desk.read));
  const auto tree = TRY(CopyTree::open(desk.folder, one.outcome()->patch.paths()));
  return hand_over(one, tree, desk.forge, rules, configured.config,
                   deliver_options(configured.config, handed.texts, mode), attended);
}

}  // namespace

Result<Outcome> hand_over_to_github(const CommonOptions& common, Remote& remote, Handed& handed, DeliveryMode mode,
                                    const std::string& config, Attended attended) {
  const std::string folder = TRY(remote.checkout()), state = TRY(state_folder());
  const auto local = TRY(open_local_forge({folder, "", state}));
  const auto forge = remote.forge(*local, [&](std::string_view said) { handed.where = said; });
  const std::string file = config.empty() ? TRY(remote.configuration()) : config;
  const auto read = [&](const std::string& path) { return remote.read(path); };
  return hand_over_at({folder, remote.run().is_trusted() ? folder : "/", file, *forge, read}, common, handed, mode,
                      attended);
}

Result<Outcome> hand_over_here(const CommonOptions& common, const Case& one, DeliveryMode mode) {
  const std::string& repository = one.run()->repository;
  const std::string state = TRY(state_folder());
  const auto forge = TRY(open_local_forge({repository, "", state}));
  Handed handed{one, ""};
  return hand_over_at({repository, repository, "", *forge, at_head(repository)}, common, handed, mode, Attended::yes);
}

int tell(const Handed& handed) {
  const Outcome& outcome = *handed.one.outcome();
  const std::string rule = outcome.rule.empty() ? "" : " by " + outcome.rule;
  fmt::print("{}{}: {}\n", name_of(outcome.decision), rule, printable(outcome.reason));
  if (!handed.where.empty()) fmt::print("{}\n", printable(handed.where));
  const bool done = outcome.delivery == Delivery::done || outcome.decision == Decision::nothing;
  return done ? exit_well : exit_look;
}

}  // namespace regreen
