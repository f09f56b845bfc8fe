#pragma once

namespace regreen {

inline constexpr const char* version = REGREEN_VERSION;

}  // namespace regreen
