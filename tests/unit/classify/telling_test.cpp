#include "classify/telling.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(TellingLines, AreThoseWithWordsOfFailureFirst) {
  std::vector<std::string_view> lines(500, "compiling another file");
  lines[100] = "fatal: could not read from remote";
  const auto telling = telling_lines(lines);
  ASSERT_EQ(telling.size(), telling_lines_max);
  EXPECT_EQ(telling.front().index, 100U);
  EXPECT_EQ(telling.front().weight, 1.0F);
}

TEST(TellingLines, OfEqualsAreThoseNearTheEnd) {
  const std::vector<std::string_view> lines(500, "compiling another file");
  EXPECT_EQ(telling_lines(lines).front().index, 500 - telling_lines_max);
}

TEST(TellingLines, LeaveEmptyLinesOut) {
  const std::vector<std::string_view> lines = {"", "  ", "error", "\t"};
  ASSERT_EQ(telling_lines(lines).size(), 1U);
  EXPECT_TRUE(telling_lines({}).empty());
}

}  // namespace
}  // namespace regreen
