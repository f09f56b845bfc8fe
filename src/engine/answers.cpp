#include "engine/answers.h"

namespace regreen {
namespace {

Delivery delivery_after(const Answer& answer) { return answer.is_yes ? Delivery::merged : Delivery::taken_back; }

// A merged repair may be reverted; what was taken back is over.
bool is_news(const Case& one, const Answer& answer) {
  if (!one.settled() || one.outcome()->decision != Decision::patched) return false;
  const Delivery now = one.outcome()->delivery;
  return now == Delivery::done || (now == Delivery::merged && !answer.is_yes);
}

}  // namespace

Result<void> remember_answers(const std::vector<Answer>& answers, Store& store, Clock& clock) {
  for (const auto& answer : answers) {
    auto one = TRY(store.load(answer.about));
    if (!one || !is_news(*one, answer)) continue;
    Outcome outcome = *one->outcome();
    outcome.delivery = delivery_after(answer);
    outcome.rejected = answer.reason;
    one->add(clock.now(), std::move(outcome));
    TRY(store.append(one->id(), one->chapters().back()));
  }
  return {};
}

}  // namespace regreen
