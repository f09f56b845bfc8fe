#include "engine/rollback.h"

#include "deliver/deliver.h"

#include <fmt/format.h>

namespace regreen {

namespace {

Result<void> remember_as_taken_back(Case& one, const std::string& why, Store& store, Clock& clock) {
  Outcome outcome = *one.outcome();
  outcome.delivery = Delivery::taken_back;
  outcome.rejected = why;
  one.add(clock.now(), std::move(outcome));
  return store.append(one.id(), one.chapters().back());
}

}  // namespace

Result<void> roll_back(Case& one, Forge& forge, Store& store, Clock& clock, const std::string& co_author) {
  const bool delivered = one.settled() && one.outcome()->delivery == Delivery::done;
  if (!delivered) return fail(ErrorKind::denied, fmt::format("case {} has delivered no repair", one.id().value));
  TRY(forge.take_back(propose_rollback(one, co_author)));
  return remember_as_taken_back(one, one.outcome()->rejected, store, clock);
}

Result<void> reject(Case& one, const std::string& why, Forge& forge, Store& store, Clock& clock,
                    const std::string& co_author) {
  const bool proved = one.settled() && one.outcome()->decision == Decision::patched;
  if (!proved) return fail(ErrorKind::denied, fmt::format("case {} has no repair", one.id().value));
  Proposal proposal = propose_rollback(one, co_author);
  proposal.notice = "Rejected: " + why;
  if (one.outcome()->delivery == Delivery::done) TRY(forge.take_back(proposal));
  return remember_as_taken_back(one, why, store, clock);
}

}  // namespace regreen
