#pragma once

#include "model/case.h"
#include "ports/clock.h"
#include "ports/forge.h"
#include "ports/store.h"

#include <string>

namespace regreen {

/// Takes the delivered repair of a Case back, and remembers that it was no success. `denied` where it was never
/// delivered, or where somebody has changed its files since; nothing happens then.
Result<void> roll_back(Case& one, Forge& forge, Store& store, Clock& clock, const std::string& co_author);

/// A proved repair is not wanted, for one of rejections(): where it was delivered it is taken back, and it counts as no success.
Result<void> reject(Case& one, const std::string& why, Forge& forge, Store& store, Clock& clock,
                    const std::string& co_author);

}  // namespace regreen
