#include "model/history.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const Timestamp now = Timestamp(std::chrono::days(20000));

std::vector<PastFailure> days_ago(std::initializer_list<int> days) {
  std::vector<PastFailure> past;
  for (const int day : days) past.push_back({now - std::chrono::days(day), std::nullopt, 0, 0});
  return past;
}

TEST(History, TwoFailuresShowNoTrend) { EXPECT_EQ(summarise(days_ago({1, 20}), now).trend, "unknown"); }
TEST(History, MoreThanBeforeIsRising) { EXPECT_EQ(summarise(days_ago({1, 2, 3, 20}), now).trend, "rising"); }
TEST(History, FewerThanBeforeIsImproving) { EXPECT_EQ(summarise(days_ago({1, 20, 21, 22}), now).trend, "improving"); }
TEST(History, NoMoreThanChanceIsStable) {
  EXPECT_EQ(trend_of(2, 1), "stable");
  EXPECT_EQ(trend_of(12, 8), "stable") << "a difference of 4, and the root of 20 is 4.5";
  EXPECT_EQ(trend_of(13, 7), "rising");
  EXPECT_EQ(trend_of(7, 13), "improving");
}
TEST(History, OldFailuresShowNoTrend) { EXPECT_EQ(summarise(days_ago({100, 101, 102, 103}), now).trend, "unknown"); }
TEST(History, KnowsTheFirstAndTheLast) {
  const auto history = summarise(days_ago({5, 9, 1}), now);
  EXPECT_EQ(history.first_seen, now - std::chrono::days(9));
  EXPECT_EQ(history.last_seen, now - std::chrono::days(1));
}
TEST(History, AsManyAsBeforeIsStable) { EXPECT_EQ(summarise(days_ago({1, 2, 20, 21}), now).trend, "stable"); }

TEST(History, TellsTheMeanTimeToRepairOfWhatWasRepaired) {
  auto past = days_ago({3, 2, 1});
  past[0].healed_at = past[0].at + std::chrono::minutes(2);
  past[1].healed_at = past[1].at + std::chrono::minutes(4);
  past[1].attempts = 2;
  past[1].successes = 1;
  const auto history = summarise(past, now);
  EXPECT_EQ(history.seen, 3u);
  EXPECT_DOUBLE_EQ(history.mttr_minutes.value(), 3.0);
  EXPECT_DOUBLE_EQ(history.success_rate.value(), 0.5);
}

TEST(History, NothingRepairedHasNoMean) { EXPECT_FALSE(summarise(days_ago({1}), now).mttr_minutes); }

}  // namespace
}  // namespace regreen
