#include "engine/rollback.h"

#include "adapters/local/forge.h"
#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/remote.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/folder.h"

#include <fmt/format.h>

namespace regreen {
namespace {

/// Where a Case's repair went, as it was then.
struct Place {
  std::unique_ptr<Remote> remote;  ///< null where it went to a repository on this disk
  std::unique_ptr<Forge> local, github;
  Configured configured;

  Forge& forge() { return github ? *github : *local; }
};

Result<Place> place_of(const Case& one, Progress& progress) {
  Place place;
  const std::string state = TRY(state_folder());
  const RunRef run = one.run() == nullptr ? RunRef{} : *one.run();
  if (is_absolute(run.repository)) {
    place.local = TRY(open_local_forge({run.repository, "", state}));
    place.configured = TRY(load_config(run.repository, ""));
    return place;
  }
  RemoteOptions options;
  options.repository = run.repository;
  options.run = TRY(run_named(run)).id;
  place.remote = TRY(Remote::open(options, ".", Access::write, progress));
  place.local = TRY(open_local_forge({".", "", state}));
  place.github = place.remote->forge(*place.local, [](std::string_view) {});
  return place;
}

Result<Case> take_back(const CommonOptions& common, const RollbackOptions& options) {
  Progress progress;
  Case one = TRY(load_case(common, options.id));
  const auto store = TRY(open_store(common));
  Place place = TRY(place_of(one, progress));
  SystemClock clock;
  const std::string& co_author = place.configured.config.co_author;
  TRY(options.why.empty() ? roll_back(one, place.forge(), *store, clock, co_author)
                          : reject(one, options.why, place.forge(), *store, clock, co_author));
  return one;
}

}  // namespace

int run_rollback(const CommonOptions& common, const RollbackOptions& options) {
  const auto one = take_back(common, options);
  if (one) {
    fmt::print("{}: {}\n", options.why.empty() ? "taken back" : "rejected",
               printable(join(one->outcome()->patch.paths(), ", ")));
    return exit_well;
  }
  if (one.error().kind != ErrorKind::denied) return complain_about_case(one.error());
  complain(one.error().message);
  return exit_look;
}

}  // namespace regreen
