#pragma once

#include <optional>

#include "model/case.h"
#include "policy/config.h"

namespace regreen {

/// The rows of the decision table (CONTRACT.md) that are settled before any remedy is tried: what the log and the
/// first run of the verify command say. Nothing where remedies are worth trying.
std::optional<Outcome> decide_before_remedies(const Case& one, const Config& config);

/// The rows that are settled once no remedy is left, or one was proved.
Outcome decide_after_remedies(const Case& one, const Config& config);

}  // namespace regreen
