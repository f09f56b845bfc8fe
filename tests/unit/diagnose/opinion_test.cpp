#include "diagnose/opinion.h"

#include "classify/model_file.h"
#include "diagnose/calibrate.h"
#include "diagnose/diagnose.h"
#include "support/ngram.h"
#include "unit/diagnose/rule.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

// "jammed" means infrastructure, nothing else means anything.
Model jam_model() {
  ModelContent content;
  content.categories = {"infrastructure", "unknown"};
  content.bias = {0, 1};
  content.scale = {0.3F, 0.3F};
  content.ids = {id_of("jammed")};
  content.rows = std::string("\x7f\x80", 2);
  return Model::read(std::make_shared<const std::string>(write_model(content))).value();
}

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleFileContent content;
    content.rules = {rule("sure", "network", 0.95), rule("faint", "lint", 0.1)};
    return std::move(RuleSet::compile(std::move(content)).value());
  }();
  return set;
}

Evidence log_of(std::vector<std::string> lines, Conclusion conclusion) {
  Evidence evidence;
  evidence.conclusion = conclusion;
  evidence.steps = {{"job", "step", {"", 1}, {"", lines.size()}, conclusion, std::nullopt}};
  evidence.excerpts = {{{"", 1}, std::move(lines)}};
  return evidence;
}

constexpr auto red = Conclusion::failure, open = Conclusion::unknown;

TEST(Opinion, NamesWhatNoRuleKnows) {
  const auto diagnoses = diagnose(log_of({"feeding", "error: the feeder is jammed"}, red), rules(), jam_model());
  ASSERT_EQ(diagnoses.size(), 1U);
  const auto& one = diagnoses.front();
  EXPECT_EQ(one.category, "infrastructure");
  EXPECT_TRUE(one.rule.empty());
  EXPECT_FALSE(one.auto_fixable);
  EXPECT_TRUE(one.transient);
  EXPECT_EQ(one.root_cause, "error: the feeder is jammed");
  EXPECT_EQ(one.evidence.front().place.line, 2U);
  EXPECT_EQ(one.step, "step");
}

TEST(Opinion, LeavesARuleThatIsSureItsAnswer) {
  auto evidence = log_of({"error: the feeder is jammed", "connection refused"}, red);
  evidence.signals = {{{"sure"}, {"", 2}, "connection refused", 0, {}, 0}};
  const auto diagnoses = diagnose(evidence, rules(), jam_model());
  EXPECT_EQ(diagnoses.front().category, "network");
  EXPECT_EQ(diagnoses.front().rule.value, "sure");
}

TEST(Opinion, WinsAgainstARuleThatIsNot) {
  auto evidence = log_of({"error: the feeder is jammed", "a blank too many"}, red);
  evidence.signals = {{{"faint"}, {"", 2}, "a blank too many", 0, {}, 0}};
  EXPECT_EQ(diagnose(evidence, rules(), jam_model()).front().category, "infrastructure");
}

TEST(Opinion, IsSilentWhereNothingSaysThatSomethingFailed) {
  EXPECT_EQ(diagnose(log_of({"the feeder is jammed"}, open), rules(), jam_model()).front().category, "unknown");
  EXPECT_EQ(diagnose(log_of({"warning: the feeder is jammed"}, open), rules(), jam_model()).front().category,
            "unknown");
  EXPECT_EQ(diagnose(log_of({"error: the feeder is jammed", "all done"}, open), rules(), jam_model()).front().category,
            "unknown");
  EXPECT_EQ(diagnose(log_of({"error: the feeder is jammed"}, open), rules(), jam_model()).front().category,
            "infrastructure");
  EXPECT_TRUE(diagnose(log_of({"error: the feeder is jammed"}, Conclusion::success), rules(), jam_model()).empty());
}

TEST(Opinion, AbstainsFromWhatTheModelDoesNotKnow) {
  EXPECT_EQ(diagnose(log_of({"error: the moon is full"}, red), rules(), jam_model()).front().category, "unknown");
  EXPECT_EQ(diagnose(log_of({}, red), rules(), jam_model()).front().category, "unknown");
}

TEST(Opinion, IsOfTheStepsThatFailed) {
  auto evidence = log_of({"error: the feeder is jammed", "error: the moon is full"}, red);
  evidence.steps = {{"job", "a", {"", 1}, {"", 1}, Conclusion::success, std::nullopt},
                    {"job", "b", {"", 2}, {"", 2}, red, std::nullopt}};
  EXPECT_EQ(diagnose(evidence, rules(), jam_model()).front().category, "unknown");
}

TEST(Calibrate, GrowsWithTheRawConfidence) {
  for (const auto winner : {Winner::cause, Winner::symptom, Winner::warning, Winner::opinion}) {
    double before = -1;
    for (int i = 0; i <= 100; ++i) {
      const double now = calibrated(i / 100.0, winner);
      EXPECT_GE(now, before);
      EXPECT_GE(now, 0);
      EXPECT_LE(now, 1);
      before = now;
    }
  }
}

TEST(Calibrate, LeavesTheOthersTheRest) {
  std::vector<Alternative> categories = {{"lint", 0.6}, {"format", 0.2}};
  calibrate(categories, Winner::cause);
  EXPECT_NEAR(categories[1].confidence, 0.2 * (1 - categories[0].confidence) / 0.4, 1e-9);
}

}  // namespace
}  // namespace regreen
