#include "adapters/system/clock.h"

namespace regreen {

Timestamp SystemClock::now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

}  // namespace regreen
