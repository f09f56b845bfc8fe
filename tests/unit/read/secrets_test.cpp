#include "read/secrets.h"

#include "unit/read/logs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

const std::string token = "ghp_" + std::string(36, 'x');

bool shows(const Evidence& evidence, const std::string& secret) {
  const auto has = [&](const std::string& text) { return text.find(secret) != std::string::npos; };
  for (const auto& signal : evidence.signals) {
    if (has(signal.text)) return true;
    for (const auto& [name, value] : signal.captures) {
      if (has(value)) return true;
    }
  }
  for (const auto& excerpt : evidence.excerpts) {
    for (const auto& line : excerpt.lines) {
      if (has(line)) return true;
    }
  }
  for (const auto& step : evidence.steps) {
    if (has(step.name) || has(step.job)) return true;
  }
  return false;
}

TEST(Secrets, StandNowhereInEvidence) {
  const Evidence evidence = read_log("above " + token + "\nerror: cannot push with " + token + "\npassword=hunter2\n");
  ASSERT_EQ(evidence.signals.size(), 1u);
  EXPECT_EQ(evidence.signals[0].text, "error: cannot push with ghp_***");
  EXPECT_FALSE(shows(evidence, "xxxx"));
  EXPECT_FALSE(shows(evidence, "hunter2"));
}

TEST(Secrets, AreMaskedInACaptureThatLacksTheWordsAroundThem) {
  const Evidence evidence = read_log("error: password=hunter2 " + std::string(Evidence::line_limit, 'x') + "\n");
  ASSERT_TRUE(evidence.signals.at(0).captures.contains("detail"));
  EXPECT_FALSE(shows(evidence, "hunter2"));
}

TEST(Secrets, ThatSpanLinesAreMaskedInExcerpts) {
  const std::string material(64, 'k');
  const Evidence evidence =
      read_log("-----BEGIN RSA PRIVATE KEY-----\n" + material + "\n-----END RSA PRIVATE KEY-----\nerror: no\n");
  EXPECT_FALSE(shows(evidence, material));
}

TEST(Secrets, AreMaskedWhereTheSameLineElsewhereIsNone) {
  const std::string key = "-----BEGIN RSA PRIVATE KEY-----\nkkkkkkkk\n-----END RSA PRIVATE KEY-----\n";
  const Evidence evidence = read_log("kkkkkkkk\n" + key + "kkkkkkkk\nerror: no\n" + key + "error: no\n");
  std::vector<std::string> lines;
  for (const auto& excerpt : evidence.excerpts) std::ranges::copy(excerpt.lines, std::back_inserter(lines));
  const std::string begin = "-----BEGIN RSA PRIVATE KEY-----", end = "-----END RSA PRIVATE KEY-----";
  EXPECT_EQ(lines, (std::vector<std::string>{"kkkkkkkk", begin, "***", end, "kkkkkkkk", "error: no", begin, "***", end,
                                             "error: no"}));
}

TEST(Secrets, InTheNamesOfStepsAreMasked) {
  const Evidence evidence = read_log(github_log(run_step("push https://ada:hunter2@example.org/r", {"error: no"})));
  EXPECT_FALSE(shows(evidence, "hunter2"));
}

}  // namespace
}  // namespace regreen
