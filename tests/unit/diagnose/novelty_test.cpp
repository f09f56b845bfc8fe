#include "diagnose/diagnose.h"
#include "unit/diagnose/rule.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleFileContent content;
    content.rules = {rule("missing", "dependency_missing", 0.95), rule("test", "test_failure", 0.8),
                     rule("summary", "lint", 0.9), rule("deprecated", "deprecation", 0.9, Role::warning)};
    content.rules[2].proves = Conclusion::failure;
    return std::move(RuleSet::compile(std::move(content)).value());
  }();
  return set;
}

// One failed step of 1000 lines that was compared with three green runs.
class Log {
 public:
  Log() {
    evidence_.steps = {{"job", "step", {"", 1}, {"", 1000}, Conclusion::failure, 1, 3}};
    evidence_.conclusion = Conclusion::failure;
  }
  Log& line(std::size_t number, const std::string& rule, Novelty novelty) {
    evidence_.signals.push_back({{rule}, {"", number}, rule + " line", 0, {}, 0});
    return text(number, rule + " line", novelty);
  }
  Log& text(std::size_t number, const std::string& text, Novelty novelty) {
    evidence_.excerpts.push_back({{"", number}, {text}});
    evidence_.novelty[{"", number}] = novelty;
    return *this;
  }
  Diagnosis diagnosed() const { return diagnose(evidence_, rules()).at(0); }

 private:
  Evidence evidence_;
};

TEST(Novelty, WhatGreenRunsUsuallyPrintIsNoEvidence) {
  const auto found = Log().line(990, "missing", Novelty::usual).line(995, "test", Novelty::fresh).diagnosed();
  EXPECT_EQ(found.category, "test_failure");
  EXPECT_TRUE(found.alternatives.empty());
  EXPECT_EQ(found.green_runs, 3u);
}

TEST(Novelty, WhereOnlyNoiseIsLeftItIsUnknownAndShowsWhatIsNew) {
  const auto found = Log()
                         .line(990, "missing", Novelty::usual)
                         .text(995, "the new one", Novelty::fresh)
                         .text(1000, "goodbye", Novelty::usual)
                         .diagnosed();
  EXPECT_EQ(found.category, "unknown");
  ASSERT_EQ(found.evidence.size(), 1u);
  EXPECT_EQ(found.evidence[0].text, "the new one");
}

TEST(Novelty, WhatProvesAFailureIsBelievedWhoeverPrintsIt) {
  EXPECT_EQ(Log().line(999, "summary", Novelty::usual).diagnosed().category, "lint");
}

TEST(Novelty, OfSeveralLinesTheNewOneIsShownFirst) {
  const auto found = Log()
                         .line(900, "test", Novelty::rare)
                         .line(950, "test", Novelty::fresh)
                         .line(990, "test", Novelty::rare)
                         .diagnosed();
  EXPECT_EQ(found.evidence.at(0).place.line, 950u);
}

TEST(Novelty, AWarningThatIsNewSaysMoreThanOneThatGreenRunsMayPrint) {
  const auto fresh = Log().line(990, "deprecated", Novelty::fresh).diagnosed();
  const auto rare = Log().line(990, "deprecated", Novelty::rare).diagnosed();
  EXPECT_GT(fresh.confidence, rare.confidence);
}

TEST(Novelty, WhatIsNewIsNotTooFarAbove) {
  const auto fresh = Log().line(10, "missing", Novelty::fresh).line(990, "test", Novelty::rare).diagnosed();
  EXPECT_EQ(fresh.category, "dependency_missing");
}

}  // namespace
}  // namespace regreen
