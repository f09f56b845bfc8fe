#include "adapters/github/limits.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const Timestamp now = *from_iso("2026-01-31T12:00:00Z");
constexpr long now_s = 1769860800;

HttpAnswer answer(int status, std::map<std::string, std::string, std::less<>> headers = {}, std::string body = "") {
  return {status, std::move(headers), std::move(body)};
}

double seconds(const std::string& method, const HttpAnswer& said, unsigned tries = 0) {
  const auto pause = pause_for({method, "", {}, {}, ""}, said, now, tries);
  return pause ? pause->seconds : -1;
}

TEST(Limits, AreWaitedForAsLongAsGitHubSays) {
  EXPECT_EQ(seconds("POST", answer(429, {{"retry-after", "7"}})), 7);
  EXPECT_EQ(
      seconds("GET", answer(403, {{"retry-after", "7"}, {"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "99"}})),
      7);
  const auto reset = std::to_string(now_s + 30);
  EXPECT_EQ(seconds("GET", answer(403, {{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", reset}})), 31);
  EXPECT_EQ(seconds("GET", answer(429, {{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "99"}})), 1)
      << "long over";
}

TEST(Limits, GrowWhereGitHubDoesNotSay) {
  const auto secondary = answer(403, {}, R"({"message": "You have exceeded a secondary rate limit."})");
  EXPECT_EQ(seconds("POST", secondary, 0), 60);
  EXPECT_EQ(seconds("POST", secondary, 1), 120);
  EXPECT_EQ(seconds("POST", answer(429), 2), 240);
}

TEST(Limits, AreNoRefusals) {
  EXPECT_EQ(
      seconds("GET", answer(403, {{"x-ratelimit-remaining", "4999"}}, R"({"message": "Resource not accessible"})")),
      -1);
  EXPECT_EQ(seconds("GET", answer(404)), -1);
  EXPECT_EQ(seconds("GET", answer(200, {{"x-ratelimit-remaining", "0"}})), -1);
}

TEST(Limits, OfGitHubsOwnTroubleOnlyWhatChangesNothingIsAskedAgain) {
  EXPECT_EQ(seconds("GET", answer(502), 0), 1);
  EXPECT_EQ(seconds("GET", answer(500), 2), 4);
  EXPECT_EQ(seconds("GET", answer(500), 3), -1);
  EXPECT_EQ(seconds("POST", answer(502), 0), -1) << "it may be done";
  EXPECT_EQ(seconds("GET", answer(501)), -1);
}

}  // namespace
}  // namespace regreen
