#include "engine/rollback.h"

#include <fmt/format.h>

#include "deliver/deliver.h"

namespace regreen {

Result<void> roll_back(Case& one, Forge& forge, Store& store, Clock& clock, const std::string& co_author) {
  const bool delivered = one.settled() && one.outcome()->delivery == Delivery::done;
  if (!delivered) return fail(ErrorKind::denied, fmt::format("case {} has delivered no repair", one.id().value));
  TRY(forge.take_back(propose_rollback(one, co_author)));
  Outcome outcome = *one.outcome();
  outcome.delivery = Delivery::taken_back;
  one.add(clock.now(), std::move(outcome));
  return store.append(one.id(), one.chapters().back());
}

}  // namespace regreen
