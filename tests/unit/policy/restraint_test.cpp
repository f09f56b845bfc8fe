#include "policy/restraint.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const Timestamp noon = Timestamp(std::chrono::hours(24 * 20000 + 12));
Timestamp after(int minutes) { return noon + std::chrono::minutes(minutes); }

// One repair each minute: '+' helped, '-' did not.
std::vector<PastRepair> repairs(std::string_view course, int begin = 0) {
  std::vector<PastRepair> all;
  for (const char c : course) all.push_back({"/repo", {"s"}, after(begin++), c == '+'});
  return all;
}

std::vector<PastRepair> then(std::vector<PastRepair> all, std::string_view course, int begin) {
  for (auto& one : repairs(course, begin)) all.push_back(one);
  return all;
}

Diagnosis about(const char* signature) {
  Diagnosis one;
  one.signature = {signature};
  return one;
}

std::vector<std::string> rules_of(const Past& past, const Config& config, Timestamp now, const char* signature = "s") {
  std::vector<std::string> rules;
  for (const auto& one : restraints(about(signature), {"/repo", "head", "run", ""}, past, config, now))
    rules.push_back(one.rule);
  return rules;
}

TEST(Breaker, StaysClosedWhileEnoughHelpsOrLittleIsKnown) {
  const Config::CircuitBreaker usual;
  EXPECT_EQ(breaker_of({}, usual, noon), Breaker::closed);
  EXPECT_EQ(breaker_of(repairs("---------"), usual, after(9)), Breaker::closed) << "nine are too few";
  EXPECT_EQ(breaker_of(repairs("+++-+-++-+"), usual, after(10)), Breaker::closed) << "seven of ten";
}

TEST(Breaker, OpensForAWhileAndThenLetsOneThrough) {
  const Config::CircuitBreaker usual;
  const auto course = repairs("+++-+-+--+-");
  EXPECT_EQ(breaker_of(course, usual, after(11)), Breaker::open);
  EXPECT_EQ(breaker_of(course, usual, after(10 + 59)), Breaker::open);
  EXPECT_EQ(breaker_of(course, usual, after(10 + 60)), Breaker::half_open);
}

TEST(Breaker, IsClosedByATrialThatHelpsAndCountsAnew) {
  const Config::CircuitBreaker usual;
  const auto course = then(repairs("----------"), "+", 100);
  EXPECT_EQ(breaker_of(course, usual, after(101)), Breaker::closed);
  EXPECT_EQ(breaker_of(then(course, "---------", 101), usual, after(111)), Breaker::closed) << "nine are too few again";
  EXPECT_EQ(breaker_of(then(course, "----------", 101), usual, after(111)), Breaker::open);
}

TEST(Breaker, PausesAnewAfterATrialThatDoesNotHelp) {
  const Config::CircuitBreaker usual;
  const auto course = then(repairs("----------"), "-", 100);
  EXPECT_EQ(breaker_of(course, usual, after(159)), Breaker::open);
  EXPECT_EQ(breaker_of(course, usual, after(160)), Breaker::half_open);
}

TEST(Breaker, IsNotClosedByWhatHelpedAPersonDuringThePause) {
  EXPECT_EQ(breaker_of(then(repairs("----------"), "+", 12), {}, after(13)), Breaker::open);
}

TEST(Restraints, AreNoneAtFirst) { EXPECT_TRUE(rules_of({}, {}, noon).empty()); }

TEST(Restraints, TheStopComesFirst) {
  const Past past{Stop{noon, "why"}, repairs("----------")};
  const auto rules = rules_of(past, {}, after(10));
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_EQ(rules[0], "policy.stopped");
  EXPECT_EQ(rules[1], "policy.circuit-breaker");
  EXPECT_EQ(rules[2], "policy.max-attempts-per-signature");
}

TEST(Restraints, CountTheDayOfARepository) {
  Config config;
  config.max_heal_attempts_per_day = 3;
  EXPECT_TRUE(rules_of({{}, repairs("++")}, config, after(5)).empty());
  EXPECT_EQ(rules_of({{}, repairs("+++")}, config, after(5)).front(), "policy.max-heal-attempts-per-day");
  EXPECT_TRUE(rules_of({{}, repairs("+++")}, config, after(24 * 60)).empty()) << "a new day";
  auto elsewhere = repairs("+++");
  for (auto& one : elsewhere) one.repository = "/other";
  EXPECT_TRUE(rules_of({{}, elsewhere}, config, after(5)).empty());
}

TEST(Restraints, TheSameFailureThreeTimesWithoutSuccess) {
  EXPECT_TRUE(rules_of({{}, repairs("--")}, {}, after(5)).empty());
  EXPECT_EQ(rules_of({{}, repairs("---")}, {}, after(5)).front(), "policy.max-attempts-per-signature");
  EXPECT_TRUE(rules_of({{}, repairs("---+-")}, {}, after(5)).empty()) << "it was repaired meanwhile";
  EXPECT_TRUE(rules_of({{}, repairs("---")}, {}, after(5), "other").empty());
}

}  // namespace
}  // namespace regreen
