#include "diagnose/diagnose.h"

#include "unit/diagnose/rule.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleFileContent content;
    content.rules = {rule("missing", "dependency_missing", 0.95),
                     rule("test", "test_failure", 0.8),
                     rule("make", "compile_error", 0.6, Role::symptom),
                     rule("deprecated", "deprecation", 0.9, Role::warning),
                     rule("network", "network", 0.9),
                     rule("passed", "test_failure", 0.1, Role::symptom),
                     rule("deadline", "flaky_test", 0.7),
                     rule("again", "unknown", 0.1, Role::warning)};
    for (auto& one : content.rules) one.root_cause = "{symbol} is wrong";
    content.rules[1].root_cause = "A test fails: {detail}, see {0} and { this }";
    content.rules[4].root_cause = "The host {file}{symbol} is gone";
    content.rules[5].proves = Conclusion::success;
    content.rules[7].proves = Conclusion::failure;
    content.rules[4].transient = true;
    content.rules[0].remedies = {{"python.fix"}};
    content.tables["python-packages"]["yaml"] = "PyYAML";
    return std::move(RuleSet::compile(std::move(content)).value());
  }();
  return set;
}

// Evidence as a reader would give it: steps of 100 lines, and signals in them.
class Log {
 public:
  Log& step(std::string job, Conclusion conclusion) {
    const std::size_t first = evidence_.steps.size() * 100 + 1;
    evidence_.steps.push_back({std::move(job),
                               "step " + std::to_string(evidence_.steps.size()),
                               {"", first},
                               {"", first + 99},
                               conclusion,
                               std::nullopt});
    if (conclusion == Conclusion::failure) evidence_.conclusion = conclusion;
    return *this;
  }
  Log& line(std::size_t in_step, std::string rule, Captures captures = {}) {
    const std::size_t step = evidence_.steps.size() - 1;
    evidence_.signals.push_back({{rule}, {"", step * 100 + in_step}, rule + " line", step, std::move(captures), 0});
    return *this;
  }
  Diagnoses diagnosed() const { return diagnose(evidence_, rules()); }
  Evidence& evidence() { return evidence_; }

 private:
  Evidence evidence_;
};

constexpr auto red = Conclusion::failure, green = Conclusion::success, open = Conclusion::unknown;

TEST(Diagnose, OneCauseInTwelveJobsIsOneDiagnosis) {
  Log log;
  std::vector<std::string> jobs;
  for (int i = 1; i <= 12; ++i) {
    jobs.push_back("build (3." + std::to_string(i) + ")");
    log.step(jobs.back(), red).line(50, "missing", {{"module", "yaml"}});
  }
  const Diagnoses found = log.diagnosed();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].jobs, jobs);
  EXPECT_EQ(found[0].job, jobs.front());
  EXPECT_EQ(found[0].identity, "missing module=yaml");
}

TEST(Diagnose, AGreenLogHasNothingWrong) {
  Log log;
  log.step("a", green).line(3, "test");
  log.evidence().conclusion = green;
  EXPECT_TRUE(log.diagnosed().empty());
}

TEST(Diagnose, TheFailedStepBeatsWhatPassedOnesPrinted) {
  const auto found = Log().step("a", green).line(3, "missing").step("a", red).line(3, "test").diagnosed();
  EXPECT_EQ(found.at(0).category, "test_failure");
}

TEST(Diagnose, ACauseBeatsTheSymptomThatFollowsIt) {
  const auto found = Log().step("a", red).line(50, "test").line(99, "make").diagnosed();
  EXPECT_EQ(found.at(0).category, "test_failure");
  EXPECT_EQ(found.at(0).alternatives.at(0).category, "compile_error");
}

TEST(Diagnose, ASymptomNamesTheCategoryWhereNothingElseDoes) {
  EXPECT_EQ(Log().step("a", red).line(99, "make").diagnosed().at(0).category, "compile_error");
}

TEST(Diagnose, AWarningIsOnlyBelievedAlone) {
  EXPECT_EQ(Log().step("a", red).line(5, "deprecated").line(9, "test").diagnosed().at(0).category, "test_failure");
  EXPECT_EQ(Log().step("a", red).line(5, "deprecated").diagnosed().at(0).category, "deprecation");
}

TEST(Diagnose, TheMoreSpecificCauseWins) {
  EXPECT_EQ(Log().step("a", red).line(50, "missing").line(60, "test").diagnosed().at(0).category, "dependency_missing");
}

TEST(Diagnose, WhereTheLogDoesNotSayItIsUnknownWithItsLastLines) {
  Log log;
  log.step("a", red);
  log.evidence().excerpts = {{{"", 97}, {"97", "98", "99", "100"}}};
  const auto found = log.diagnosed();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].category, "unknown");
  EXPECT_EQ(found[0].evidence.front().text, "100");
  EXPECT_EQ(found[0].confidence, 0);
}

TEST(Diagnose, AnUnknownCauseStillNamesTheFilesItMentions) {
  Log log;
  log.step("a", red);
  log.evidence().excerpts = {
      {{"", 99}, {"ERROR migrations/0007_vat.sql: near \"NUL\": syntax error", "see docs/x.md:3"}}};
  EXPECT_EQ(log.diagnosed().at(0).locations,
            (std::vector<Location>{{"migrations/0007_vat.sql", 0, 0}, {"docs/x.md", 3, 0}}));
}

TEST(Diagnose, APackageHasThePythonNameOnlyInPython) {
  const auto found = Log().step("a", red).line(50, "network", {{"module", "github.com/google/uuid"}}).diagnosed();
  EXPECT_EQ(found.at(0).captures.at("package"), "github.com/google/uuid");
}

TEST(Diagnose, EachFailedJobHasItsCause) {
  const auto found =
      Log().step("a", red).line(50, "missing", {{"module", "x"}}).step("b", red).line(50, "test").diagnosed();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].job, "a");
  EXPECT_EQ(found[1].job, "b");
}

TEST(Diagnose, AJobThatOnlySaysThatSomethingFailedComesBehindThoseThatSayWhy) {
  const auto found =
      Log().step("a", red).line(50, "network").line(50, "missing").step("gate", red).line(100, "make").diagnosed();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_LT(found[0].confidence, found[1].confidence);
  EXPECT_EQ(found[0].job, "a");
  EXPECT_EQ(found[1].job, "gate");
}

TEST(Diagnose, TheSameCauseInManyJobsIsOne) {
  Log log;
  for (const char* job : {"3.9", "3.10", "3.11"}) log.step(job, red).line(50, "missing", {{"module", "yaml"}});
  EXPECT_EQ(log.diagnosed().size(), 1u);
}

TEST(Diagnose, FillsTheTextsAndNamesThePackage) {
  const auto found =
      Log().step("a", red).line(50, "missing", {{"module", "yaml.reader"}, {"symbol", "\x1b[31mX"}}).diagnosed();
  EXPECT_EQ(found.at(0).captures.at("package"), "PyYAML");
  EXPECT_EQ(found.at(0).root_cause, "[31mX is wrong") << "outside text is made fit to be shown";
  EXPECT_TRUE(found.at(0).auto_fixable);
}

TEST(Diagnose, LeavesOutOfTheTextsWhatTheLineLeftOut) {
  EXPECT_EQ(Log().step("a", red).line(50, "test").diagnosed().at(0).root_cause, "A test fails, see {0} and { this }");
  const auto found = Log().step("a", red).line(50, "test", {{"detail", "{symbol}"}}).diagnosed();
  EXPECT_EQ(found.at(0).root_cause, "A test fails: {symbol}, see {0} and { this }");
  const auto gone = [](const Captures& captures) {
    return Log().step("a", red).line(50, "network", captures).diagnosed().at(0).root_cause;
  };
  EXPECT_EQ(gone({{"file", "a.org"}}), "The host a.org is gone");
  EXPECT_EQ(gone({{"symbol", "b.org"}}), "The host b.org is gone");
  EXPECT_EQ(gone({}), "The host is gone");
}

TEST(Diagnose, OneSureCauseIsSureAndTwoAreNot) {
  EXPECT_GT(Log().step("a", red).line(99, "missing").diagnosed().at(0).confidence, 0.9);
  EXPECT_LT(Log().step("a", red).line(99, "missing").line(98, "network").diagnosed().at(0).confidence, 0.8);
}

TEST(Diagnose, WithoutAPlaceItPointsToTheFilesThatItsLinesMention) {
  Log log;
  log.step("a", red).line(90, "test");
  log.evidence().signals.back().text = "test: migrations/0007_vat.sql does not run";
  ASSERT_EQ(log.diagnosed().at(0).locations.size(), 1u);
  EXPECT_EQ(log.diagnosed().at(0).locations.front().file, "migrations/0007_vat.sql");
}

TEST(Diagnose, AllCausesAreThereForWhoMends) {
  Log log;
  log.step("a", red).line(50, "missing").line(60, "test").line(99, "make");
  const auto causes = all_causes(log.evidence(), rules());
  ASSERT_GE(causes.size(), 2u);
  EXPECT_EQ(causes[0].category, "dependency_missing");
  EXPECT_EQ(causes[1].category, "test_failure");
}

TEST(Diagnose, AWarningNamesACauseOnlyWhereTheLogProvesAFailure) {
  EXPECT_EQ(Log().step("a", open).line(90, "deprecated").diagnosed().at(0).category, "unknown");
  EXPECT_EQ(Log().step("a", red).line(90, "deprecated").diagnosed().at(0).category, "deprecation");
}

TEST(Diagnose, WhatASummaryOfSuccessFollowedWasSurvived) {
  EXPECT_EQ(Log().step("a", red).line(10, "missing").line(20, "passed").line(90, "test").diagnosed().at(0).category,
            "test_failure");
}

TEST(Diagnose, OfSeveralAttemptsTheLastOneTells) {
  const auto first = [](const Diagnoses& found) { return found.front().category; };
  EXPECT_EQ(first(Log().step("a", red).line(10, "network").line(20, "again").line(30, "test").diagnosed()),
            "test_failure");
  const auto cut = Log().step("a", red).line(10, "network").line(20, "again").diagnosed();
  EXPECT_EQ(first(cut), "network");
  EXPECT_EQ(cut.front().confidence, Log().step("a", red).line(10, "network").diagnosed().front().confidence)
      << "nothing is known of the last one";
}

TEST(Diagnose, TheSpecialKindIsNamedAndNotTheGeneralOne) {
  EXPECT_EQ(Log().step("a", red).line(90, "test").line(91, "deadline").diagnosed().at(0).category, "flaky_test");
}

TEST(Diagnose, AFailureWhoseOwnMessageGivesOrdersIsASecurityFinding) {
  Log log;
  log.step("a", red).line(90, "test");
  log.evidence().orders = {{"", 90}};
  EXPECT_EQ(log.diagnosed().at(0).category, "security_finding");
  log.evidence().orders = {{"", 50}};
  EXPECT_EQ(log.diagnosed().at(0).category, "test_failure");
}

}  // namespace
}  // namespace regreen
