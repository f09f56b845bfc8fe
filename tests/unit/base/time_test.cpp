#include "base/time.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Time, WritesWhatItReads) {
  const auto time = from_iso("2026-02-28T23:59:58.125Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(to_iso(*time), "2026-02-28T23:59:58.125Z");
}

TEST(Time, ReadsSevenDigitsAsRunnersPrintThem) {
  EXPECT_EQ(to_iso(from_iso("2025-06-13T19:00:42.1804997Z").value()), "2025-06-13T19:00:42.180Z");
  EXPECT_EQ(to_iso(from_iso("2025-06-13T19:00:42Z").value()), "2025-06-13T19:00:42.000Z");
}

TEST(Time, RefusesWhatIsNoTime) {
  for (const char* text : {"", "yesterday", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z",
                           "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.xZ"}) {
    EXPECT_FALSE(from_iso(text)) << text;
  }
}

}  // namespace
}  // namespace regreen
