#pragma once

#include <string>

#include "model/case.h"
#include "ports/clock.h"
#include "ports/forge.h"
#include "ports/store.h"

namespace regreen {

/// Takes the delivered repair of a Case back, and remembers that it was no success. `denied` where it was never
/// delivered, or where somebody has changed its files since; nothing happens then.
Result<void> roll_back(Case& one, Forge& forge, Store& store, Clock& clock, const std::string& co_author);

}  // namespace regreen
