#pragma once

#include "model/situation.h"
#include "ports/clock.h"
#include "ports/store.h"

namespace regreen {

/// What people made of earlier proposals becomes the end of their Cases, once: a repair that was merged has helped; one that was
/// closed or reverted has not. Answers about Cases that this store does not know say nothing here.
Result<void> remember_answers(const std::vector<Answer>& answers, Store& store, Clock& clock);

}  // namespace regreen
