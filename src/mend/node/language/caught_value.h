#pragma once

#include "mend/lines.h"
#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// What is asked of a value that was caught, at a byte of a line, and whose type is unknown:
///
///     err.message               →  (err instanceof Error ? err.message : String(err))
///     err.code !== "EAGAIN"     →  (err as { code?: unknown }).code !== "EAGAIN"
///
/// The latter only where the answer is compared, tested or printed. Nothing where the value is no caught one.
std::vector<Edit> tell_caught(std::string_view code, const Lines& lines, std::size_t number, std::size_t at);

}  // namespace regreen
