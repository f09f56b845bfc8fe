#include "adapters/system/clock.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"

#include <fmt/format.h>

namespace regreen {
namespace {

int set(const CommonOptions& common, const std::optional<Stop>& stop, std::string_view done) {
  const auto store = open_store(common);
  const auto kept = store ? (*store)->set_stop(stop) : tl::unexpected(store.error());
  if (!kept) {
    complain(kept.error().message);
    return exit_trouble;
  }
  fmt::print("{}\n", done);
  return exit_well;
}

}  // namespace

int run_stop(const CommonOptions& common, const StopOptions& options) {
  return set(common, Stop{SystemClock().now(), options.reason},
             "stopped: nothing is healed unattended until `regreen resume`");
}

int run_resume(const CommonOptions& common) { return set(common, std::nullopt, "healing goes on"); }

}  // namespace regreen
