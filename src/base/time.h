#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

using Milliseconds = std::chrono::milliseconds;

/// A moment in UTC, to the millisecond. Stages never ask for the current one: the Clock port does.
using Timestamp = std::chrono::sys_time<Milliseconds>;

/// "2026-01-31T12:00:00.000Z".
std::string to_iso(Timestamp time);

/// Reads "YYYY-MM-DDTHH:MM:SS[.fraction]Z"; nothing for any other text.
std::optional<Timestamp> from_iso(std::string_view text);

}  // namespace regreen
