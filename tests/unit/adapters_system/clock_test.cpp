#include "adapters/system/clock.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(SystemClock, goes_forward_and_knows_the_century) {
  SystemClock clock;
  const auto first = clock.now();
  EXPECT_LE(first, clock.now());
  EXPECT_GT(to_iso(first), "2025");
  EXPECT_LT(to_iso(first), "2100");
}

}  // namespace
}  // namespace regreen
