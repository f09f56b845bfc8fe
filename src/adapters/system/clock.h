#pragma once

#include "ports/clock.h"

namespace regreen {

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  Timestamp now() override;
};

}  // namespace regreen
