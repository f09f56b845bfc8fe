#pragma once

#include "base/result.h"
#include "model/patch.h"

namespace regreen {

/// Brings the files of a private copy to what they are after a patch.
Result<void> write_patch(int folder, const Patch& patch);

}  // namespace regreen
