#pragma once

#include "base/result.h"
#include "model/source.h"

#include <cstddef>
#include <string>

namespace regreen {

/// The texts of a log one behind the other, unpacked; of a run of GitHub its jobs, and not their steps once more. Where that is
/// more than `most` bytes, the last ones.
Result<std::string> text_of(Source& source, std::size_t most);

}  // namespace regreen
