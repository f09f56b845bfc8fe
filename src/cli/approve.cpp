#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/hand_over.h"
#include "cli/setting.h"
#include "cli/terminal.h"

#include <fmt/format.h>

namespace regreen {
namespace {

Result<void> check_waits(const Case& one) {
  const Outcome* outcome = one.outcome();
  if (outcome == nullptr || outcome->decision != Decision::patched)
    return fail(ErrorKind::denied, fmt::format("case {} has no repair to approve", one.id().value));
  if (outcome->delivery == Delivery::none) return {};
  return fail(ErrorKind::denied,
              fmt::format("the repair of case {} does not wait: it was handed over", one.id().value));
}

Result<Handed> approve(const CommonOptions& common, const ApproveOptions& options) {
  Progress progress;
  const auto store = TRY(open_store(common));
  Handed handed{TRY(load_case(*store, options.id)), ""};
  const Case& one = handed.one;
  TRY(check_waits(one));
  Outcome outcome;
  if (is_absolute(one.run()->repository)) {
    outcome = TRY(hand_over_here(common, one, options.mode.value_or(DeliveryMode::apply)));
  } else {
    RemoteOptions named;
    named.repository = one.run()->repository;
    named.run = TRY(run_named(*one.run())).id;
    const auto remote = TRY(Remote::open(named, ".", Access::write, progress));
    outcome =
        TRY(hand_over_to_github(common, *remote, handed, options.mode.value_or(DeliveryMode::pull), "", Attended::yes));
  }
  const bool goes_on_waiting = outcome.delivery != Delivery::done;
  handed.one.add(SystemClock().now(), std::move(outcome));
  if (!goes_on_waiting) TRY(store->append(one.id(), one.chapters().back()));
  return handed;
}

}  // namespace

int run_approve(const CommonOptions& common, const ApproveOptions& options) {
  const auto handed = approve(common, options);
  if (handed) return tell(*handed);
  if (handed.error().kind != ErrorKind::denied) return complain_about_case(handed.error());
  complain(handed.error().message);
  return exit_look;
}

}  // namespace regreen
