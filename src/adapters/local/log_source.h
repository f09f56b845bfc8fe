#pragma once

#include "base/result.h"
#include "model/source.h"

#include <memory>
#include <string>

namespace regreen {

/// A log file, a folder of them (all its regular files, deeper ones too, sorted by name), or standard input ("-"), in
/// chunks. Errors: it is missing, empty or cannot be read.
Result<std::unique_ptr<Source>> open_log(const std::string& path);

}  // namespace regreen
