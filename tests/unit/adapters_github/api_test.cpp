#include "adapters/github/api.h"

#include "adapters/github/checkout.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

struct NoClock final : Clock {
  Timestamp now() override { return {}; }
};

Result<GitHubApi> opened(const char* url, Clock& clock) {
  GitHubSettings settings;
  settings.api_url = url;
  settings.token = Secret("t");
  return GitHubApi::open(std::move(settings), clock);
}

TEST(GitHubApi, TellsNoTokenInTheClear) {
  NoClock clock;
  for (const char* url : {"http://github.example.org/api/v3", "http://10.0.0.1"}) {
    const auto api = opened(url, clock);
    ASSERT_FALSE(api) << url;
    EXPECT_EQ(api.error().kind, ErrorKind::denied);
  }
  EXPECT_TRUE(opened("http://127.0.0.1:1", clock));
  EXPECT_TRUE(opened("https://github.example.org/api/v3/", clock));
  EXPECT_FALSE(opened("https://user:word@github.example.org", clock));
}

TEST(GitHubApi, KnowsARepositoryByItsName) {
  for (const char* good : {"o/n", "Some-Org/a.b_c"}) EXPECT_TRUE(check_repository(good)) << good;
  for (const char* bad : {"", "o", "o/", "/n", "o/n/m", "o/..", "../n", "o/n?x", "o/n#", "o/a b", "o/n\n"})
    EXPECT_FALSE(check_repository(bad)) << bad;
}

TEST(GitHubApi, MembersOfTheWrongKindAreNone) {
  const nlohmann::json said = {{"text", 3}, {"number", "x"}, {"less", -1}};
  EXPECT_EQ(text_of(said, "text"), "");
  EXPECT_EQ(text_of(nlohmann::json::array(), "text"), "");
  EXPECT_EQ(number_of(said, "number"), 0u);
  EXPECT_EQ(number_of(said, "less"), 0u);
  EXPECT_EQ(number_of(nlohmann::json(), "x"), 0u);
}

TEST(GitServer, StandsBesideTheApi) {
  EXPECT_EQ(git_server("https://api.github.com"), "https://github.com");
  EXPECT_EQ(git_server("https://github.example.org/api/v3"), "https://github.example.org");
  EXPECT_EQ(git_server("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
}

}  // namespace
}  // namespace regreen
