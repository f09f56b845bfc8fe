#pragma once

#include "model/evidence.h"

namespace regreen {

/// Masks the secrets in everything that evidence holds of a log. What comes after (diagnoses, store, reports, agents)
/// never sees them.
void mask_secrets(Evidence& evidence);

}  // namespace regreen
