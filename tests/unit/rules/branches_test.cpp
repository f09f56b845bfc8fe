#include "rules/branches.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace regreen {
namespace {

using Texts = std::vector<std::string>;

TEST(Branches, AreWhatStandsBetweenBars) {
  EXPECT_EQ(branches_of("quota"), Texts{"quota"});
  EXPECT_EQ(branches_of("quota|disk (?:is )?full|"), (Texts{"quota", "disk (?:is )?full", ""}));
  EXPECT_EQ(branches_of("[|] \\| (a|b)|c"), (Texts{"[|] \\| (a|b)", "c"}));
}

TEST(Branches, FlagsReachTheNextOnes) {
  EXPECT_EQ(branches_of("(?i)quota|limit"), (Texts{"(?i)quota", "(?i)limit"}));
  EXPECT_EQ(branches_of("quota|(?i)limit|disk"), (Texts{"quota", "(?i)limit", "(?i)disk"}));
  EXPECT_EQ(branches_of("(?s)quota|limit"), Texts{"(?s)quota|limit"}) << "others are not followed";
}

TEST(Branches, ALongLastGroupIsSpread) {
  const std::string one = "the first of the wordings there are", two = "the other one of the wordings";
  EXPECT_EQ(branches_of("^error: (?i:" + one + "|" + two + ")\\b"),
            (Texts{"^error: (?i:" + one + ")\\b", "^error: (?i:" + two + ")\\b"}));
  EXPECT_EQ(branches_of("(?P<x>" + one + "|" + two + ")+").size(), 1U) << "what repeats may take one, then another";
  EXPECT_EQ(branches_of("(?:(?i)" + one + "|" + two + ")").size(), 1U);
  EXPECT_EQ(branches_of("error: (?:short|shorter)").size(), 1U);
}

TEST(Branches, ALongLastGroupThatSaysLittleStays) {
  const std::string front = "(?i)(?:robot|assistant|repairer)\\b[ ,:]*",
                    group = "(?:i|we|you|do|go|it|so|no|if|as|at|by|he|in|is|me|my|of|on|or|to|up|us)";
  EXPECT_EQ(branches_of(front + group), Texts{front + group}) << "each would be looked for by what stands before it";
}

TEST(Branches, AreFoundByNeedlesOfTheirOwn) {
  Branches branches;
  add_rule("disk quota|no space left on device", branches);
  add_noise("all is well", branches);
  ASSERT_EQ(branches.all.size(), 3U);
  EXPECT_EQ(branches.text(branches.all[1]), "no space left on device");
  EXPECT_EQ(branches.all[1].row, 0U);
  EXPECT_EQ(branches.all[2].is_of_noise, 1U);
  EXPECT_EQ(branches.needles.all.at(1).owner, 1U);
  EXPECT_TRUE(is_sound(branches));
}

TEST(Branches, NeedlesThatLookTheSameAreUnited) {
  Branches branches;
  for (const auto* pattern : {"^quota exhausted", "device is full", "^quota exhausted"}) add_rule(pattern, branches);
  Needles& needles = branches.needles;
  ASSERT_EQ(needles.all.size(), 3U);
  const std::size_t spots = needles.spots.size();
  unite(needles);
  ASSERT_EQ(needles.all.size(), 3U);
  EXPECT_LT(needles.spots.size(), spots);
  const auto other = std::ranges::find(needles.all, 1U, &Needle::owner);
  const bool is_between = other == needles.all.begin() + 1;
  EXPECT_FALSE(is_between) << "those of the first and the third rule are neighbours";
  std::vector<std::uint32_t> shared;
  for (const auto& needle : needles.all) {
    if (needle.owner != 1) shared.push_back(needle.shape.first_spot);
  }
  EXPECT_EQ(shared.at(0), shared.at(1));
  EXPECT_TRUE(is_sound(branches));
}

TEST(Branches, WithPlacesThatDoNotExistAreNotSound) {
  const auto broken = [](auto change) {
    Branches branches;
    add_rule("quota .* exhausted|disk full", branches);
    change(branches);
    return !is_sound(branches);
  };
  EXPECT_FALSE(broken([](Branches&) {}));
  EXPECT_TRUE(broken([](Branches& all) { all.all[0].row = 1; }));
  EXPECT_TRUE(broken([](Branches& all) { all.all[0].byte_count = 1000; }));
  EXPECT_TRUE(broken([](Branches& all) { all.all[0].list_count = 1000; }));
  EXPECT_TRUE(broken([](Branches& all) { all.list_begins.back() = 1000; }));
  EXPECT_TRUE(broken([](Branches& all) { all.needles.all[0].owner = 2; }));
  EXPECT_TRUE(broken([](Branches& all) { all.needles.all[0].shape.spot_count = 1000; }));
  EXPECT_TRUE(broken([](Branches& all) { all.needles.all[0].spelling_count = 1000; }));
  EXPECT_TRUE(broken([](Branches& all) { all.needles.spots[0].code = NeedleSpot::is_set | 1000; }));
}

}  // namespace
}  // namespace regreen
