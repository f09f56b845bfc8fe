#pragma once

#include "base/time.h"

namespace regreen {

/// The time of day. Stages have none.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp now() = 0;
};

}  // namespace regreen
