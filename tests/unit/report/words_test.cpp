#include "report/words.h"

#include "report/json.h"
#include "report/text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

const Timestamp day = Timestamp(std::chrono::days(20000));

TEST(Words, TellAHistoryInOneLine) {
  EXPECT_EQ(history_text({}), "not seen before");
  EXPECT_EQ(history_text({1, day, day, "unknown", {}, {}}), "seen once since 2024-10-04");
  EXPECT_EQ(history_text({6, day, day, "rising", 3.4, 0.833}),
            "seen 6 times since 2024-10-04, rising; green again after 3.4 min on average; 83 % of repairs helped");
}

TEST(Words, AStepThatWasTakenBackIsNotTicked) {
  Case one({"id"});
  one.add({}, Attempt{{"first"}, {"s"}, 0, {}, Verdict::progressed, "", "", 0, {}});
  one.add({}, Retreat{"no way on"});
  one.add({}, Attempt{{"second"}, {"s"}, 1, {}, Verdict::fixed, "", "", 0, {}});
  one.add({}, Outcome{});
  const std::string text = heal_text(one, Colour::no);
  EXPECT_NE(text.find("✗ first"), std::string::npos) << text;
  EXPECT_NE(text.find("✓ second"), std::string::npos) << text;
  const auto attempts = heal_json(one)["attempts"];
  EXPECT_EQ(attempts.at(0).value("taken_back", false), true);
  EXPECT_FALSE(attempts.at(1).contains("taken_back"));
}

TEST(Words, TellDurations) {
  EXPECT_EQ(duration_text(0.5), "0.5 min");
  EXPECT_EQ(duration_text(150), "2.5 h");
  EXPECT_EQ(duration_text(60 * 24 * 4), "4 d");
}

TEST(Words, TellTheJobsOfAMatrix) {
  Diagnosis one;
  EXPECT_EQ(job_text(one), "");
  one.job = "build (3.11)";
  one.jobs = {"build (3.11)"};
  one.step = "test";
  EXPECT_EQ(job_text(one), "build (3.11) › test");
  one.jobs.push_back("build (3.12)");
  EXPECT_EQ(job_text(one), "build (3.11) › test and 1 more job");
}

}  // namespace
}  // namespace regreen
