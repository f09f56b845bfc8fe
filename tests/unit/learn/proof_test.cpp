#include "learn/proof.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Evidence ended(Conclusion conclusion, std::optional<int> code = {}) {
  Evidence evidence;
  evidence.conclusion = conclusion;
  evidence.steps = {{"test", "pytest", {"", 1}, {"", 3}, conclusion, code}};
  return evidence;
}

TEST(Proof, AGreenRunMayBeLearned) { EXPECT_EQ(why_not_green(ended(Conclusion::success), Stated::no), ""); }

TEST(Proof, ARunOfWhichNothingIsKnownMayBeLearnedWhenSomebodyKnows) {
  EXPECT_NE(why_not_green(ended(Conclusion::unknown), Stated::no).find("--conclusion success"), std::string::npos);
  EXPECT_EQ(why_not_green(ended(Conclusion::unknown), Stated::green), "");
}

TEST(Proof, TestsThatLookRedMayBeMeantTo) {
  EXPECT_NE(why_not_green(ended(Conclusion::failure), Stated::no).find("test › pytest failed"), std::string::npos);
  EXPECT_EQ(why_not_green(ended(Conclusion::failure), Stated::green), "");
}

TEST(Proof, NobodyTalksAnExitCodeAway) {
  EXPECT_EQ(why_not_green(ended(Conclusion::failure, 2), Stated::green), "it is red: test › pytest exited with code 2");
}

}  // namespace
}  // namespace regreen
