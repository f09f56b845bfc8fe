#include "adapters/local/forge.h"
#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "engine/rollback.h"
#include "os/folder.h"

#include <fmt/format.h>

namespace regreen {
namespace {

Result<Case> take_back(const CommonOptions& common, const std::string& id) {
  Case one = TRY(load_case(common, id));
  const auto store = TRY(open_store(common));
  const std::string state = TRY(state_folder());
  const std::string repository = one.run() == nullptr ? "" : one.run()->repository;
  if (!is_absolute(repository)) {
    return fail(ErrorKind::denied, fmt::format("case {} is of {}: close its pull request there, or revert its commit",
                                               one.id().value, printable(repository)));
  }
  const auto forge = TRY(open_local_forge({repository, "", state}));
  const Configured configured = TRY(load_config(repository, ""));
  SystemClock clock;
  TRY(roll_back(one, *forge, *store, clock, configured.config.co_author));
  return one;
}

}  // namespace

int run_rollback(const CommonOptions& common, const RollbackOptions& options) {
  const auto one = take_back(common, options.id);
  if (one) {
    fmt::print("taken back: {}\n", printable(join(one->outcome()->patch.paths(), ", ")));
    return exit_well;
  }
  if (one.error().kind != ErrorKind::denied) return complain_about_case(one.error());
  complain(one.error().message);
  return exit_look;
}

}  // namespace regreen
