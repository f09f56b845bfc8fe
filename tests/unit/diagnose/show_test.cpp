#include "diagnose/show.h"

#include "diagnose/outcry.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using Lines = std::vector<std::size_t>;

Rule rule(std::string id) {
  Rule one;
  one.id = {std::move(id)};
  one.category = "test_failure";
  return one;
}

// A failed step whose lines are all kept.
Evidence log_of(std::vector<std::string> lines) {
  Evidence evidence;
  evidence.steps = {{"job", "step", {"", 1}, {"", lines.size()}, Conclusion::failure, std::nullopt}};
  evidence.excerpts = {{{"", 1}, std::move(lines)}};
  return evidence;
}

Signal signal_at(std::size_t line) { return {{"any"}, {"", line}, "signal", 0, {}, 0}; }

Lines numbers(const std::vector<EvidenceLine>& lines) {
  Lines result;
  for (const auto& line : lines) result.push_back(line.place.line);
  return result;
}

const Rule listed = rule("listed"), summary = rule("summary");

// The numbers of the lines that are shown.
Lines shown(const Evidence& evidence, const Suspect& suspect, const std::vector<Suspect>& suspects) {
  static const RuleSet none = std::move(RuleSet::compile({}).value());
  return numbers(lines_to_show(evidence, suspect, suspects, none));
}

TEST(Show, TheTellingLineComesFirstThenWhatAnotherRuleSays) {
  const Evidence evidence = log_of(std::vector<std::string>(50, "plain"));
  const Signal first = signal_at(10), second = signal_at(40);
  const std::vector<Suspect> suspects = {{&summary, {&second}, 0.3}, {&listed, {&first}, 0.9}};
  EXPECT_EQ(shown(evidence, suspects[1], suspects).at(1), 40U);
}

TEST(Show, ALineNextToAnotherWaits) {
  const Evidence evidence = log_of(std::vector<std::string>(50, "plain"));
  const Signal one = signal_at(10), next = signal_at(11), far = signal_at(30);
  const std::vector<Suspect> suspects = {{&listed, {&one, &next, &far}, 0.9}};
  EXPECT_EQ(shown(evidence, suspects[0], suspects), (Lines{10, 30, 50, 11}));
}

TEST(Show, TheLastOutcryOfTheStepIsShownByItsFirstLine) {
  std::vector<std::string> lines(50, "plain");
  lines[39] = "[ERROR] Failed to execute goal";
  lines[40] = "[ERROR] ";
  lines[41] = "[ERROR] To see more, run again";
  lines[49] = "##[error]Process completed with exit code 1.";
  const Signal first = signal_at(10);
  const std::vector<Suspect> suspects = {{&listed, {&first}, 0.9}};
  EXPECT_EQ((shown(log_of(std::move(lines)), suspects[0], suspects)).at(1), 40U);
}

TEST(Show, WhatExplainsTheLineStandsBelowIt) {
  std::vector<std::string> lines(50, "plain");
  lines[9] = "adds: wrong";
  lines[14] = "    there is no such file";
  const Signal first = signal_at(10);
  const std::vector<Suspect> suspects = {{&listed, {&first}, 0.9}};
  EXPECT_EQ((shown(log_of(std::move(lines)), suspects[0], suspects)).at(1), 15U);
}

TEST(Show, WhatATestSaidComesBeforeItsName) {
  std::vector<std::string> lines(50, "plain");
  lines[9] = "1) adds prices";
  lines[10] = "   Failure/Error: total([])";
  lines[11] = "";
  lines[12] = "   ArgumentError:";
  lines[13] = "     wrong number of prices";
  lines[14] = "   # ./price.rb:3";
  const Signal name = signal_at(10);
  const std::vector<Suspect> suspects = {{&listed, {&name}, 0.9}};
  EXPECT_EQ(shown(log_of(lines), suspects[0], suspects).at(0), 14U);
  lines[13] = "";
  EXPECT_EQ(shown(log_of(lines), suspects[0], suspects).at(0), 10U) << "behind the place nothing is its message";
}

// The first line that is shown of a failed test, which the first line names.
std::size_t first_below(std::vector<std::string> lines) {
  std::vector<std::string> log(100, "plain");
  std::ranges::copy(lines, log.begin() + 9);
  const Signal name = signal_at(10);
  const std::vector<Suspect> suspects = {{&listed, {&name}, 0.9}};
  return shown(log_of(std::move(log)), suspects[0], suspects).at(0) - 10;
}

TEST(Show, OfATracebackTheExceptionIsWhatATestSaid) {
  std::vector<std::string> lines = {"ERROR: test_total (test_price.PriceTest)", "The total should be a sum.",
                                    "----------------------------------------", "Traceback (most recent call last):"};
  for (int i = 0; i < 20; ++i)
    lines.insert(lines.end(), {"  File \"price.py\", line 3, in total", "    expected = total()"});
  lines.emplace_back("shop.Closed: no prices today");
  EXPECT_EQ(first_below(lines), lines.size() - 1) << "neither its documentation nor its frames";
}

TEST(Show, PlacesFramesAndBareValuesAreNotWhatATestSaid) {
  EXPECT_EQ(first_below({"1) total", "test/shop_test.exs:3", "Assertion with == failed"}), 2U);
  EXPECT_EQ(first_below({"--- FAIL: TestAdd", "panic: no map [recovered]", "goroutine 18 [running]:", "main.f(...)"}),
            1U);
  EXPECT_EQ(
      first_below({"test_clob(BinaryDaoTest) <<< ERROR!", "java.lang.NullPointerException", "\tat A.b(A.java:9)"}), 1U);
  EXPECT_EQ(first_below({"main.cpp:70: Failure", "Expected equality of these values:", "  2", "  add(1, 2)"}), 1U);
}

TEST(Show, ANameWithAssertInItIsNotWhatATestSaid) {
  EXPECT_EQ(first_below({"Failure -> one @ 3", "Test Assertions Checks compares prices", "spec/assertions_spec.lua @ 4",
                         "spec/assertions_spec.lua:7: Expected objects to be equal."}),
            3U);
  EXPECT_EQ(first_below({"Failure -> one @ 3", "of assertions", "Assertion `n > 0' failed."}), 2U);
}

TEST(Show, TheMessageOfAnExceptionMayBeginOnALineOfItsOwn) {
  EXPECT_EQ(first_below({"FAIL: test_default", "Traceback (most recent call last):", "  File \"a.py\", line 3, in f",
                         "AssertionError: ", "Not equal to tolerance"}),
            4U);
  EXPECT_EQ(first_below({"FAIL: test_default", "Traceback (most recent call last):", "  File \"a.py\", line 3, in f",
                         "shop.Closed:", "", "----------------------"}),
            3U);
}

TEST(Show, ATestsOutputIsAnnouncedByItsName) {
  EXPECT_EQ(first_below({"test summary ... FAILED", "", "failures:", "", "---- summary stdout ----", "no such road"}),
            5U);
}

TEST(Show, WhatMavenSaysBehindItsReasonIsNotWhatATestSaid) {
  EXPECT_EQ(first_below({"There are test failures.", "[ERROR] -> [Help 1]",
                         "[ERROR] For more information about the errors, please read the following articles:",
                         "[ERROR] [Help 1] http://example.org/"}),
            0U);
}

TEST(Show, ATestsMessageMayStandBelowALineOfAnotherRule) {
  std::vector<std::string> lines(50, "plain");
  lines[29] = "PriceTest#test_adds [price_test.rb:9]:";
  lines[30] = "expected 3, was 2";
  Signal listing = signal_at(40), name = signal_at(30);
  name.text = lines[29];
  const std::vector<Suspect> suspects = {{&listed, {&listing}, 0.9}, {&summary, {&name}, 0.4}};
  EXPECT_EQ(shown(log_of(std::move(lines)), suspects[0], suspects).at(0), 31U);
}

TEST(Show, WhatALineAnnouncesStandsBesideIt) {
  std::vector<std::string> lines(50, "plain");
  lines[9] = "CMake Error at CMakeLists.txt:3 (add_library):";
  lines[10] = "  Cannot find source file";
  Signal announcing = signal_at(10);
  announcing.text = lines[9];
  Rule other = listed;
  other.category = "configuration_error";
  std::vector<Suspect> suspects = {{&other, {&announcing}, 0.9}};
  EXPECT_EQ(shown(log_of(lines), suspects[0], suspects).at(1), 11U);
  lines[9] = announcing.text = "Execution failed for task ':jar'.";
  lines[10] = "> Cannot expand ZIP";
  EXPECT_EQ(shown(log_of(lines), suspects[0], suspects).at(1), 11U);
  lines[10] = "plain";
  EXPECT_NE(shown(log_of(lines), suspects[0], suspects).at(1), 11U);
}

TEST(Show, OfManyTheFirstAndTheLast) {
  std::vector<Signal> signals;
  for (const std::size_t line : {10, 20, 30, 40, 50}) signals.push_back(signal_at(line));
  Suspect suspect{&listed, {}, 0.9};
  for (const auto& signal : signals) suspect.signals.push_back(&signal);
  const Evidence evidence = log_of(std::vector<std::string>(60, "plain"));
  EXPECT_EQ(shown(evidence, suspect, {suspect}), (Lines{10, 50, 20, 30, 40}));
}

TEST(Show, WhereThereIsLittleTheEndOfTheStepIsShown) {
  const Evidence evidence = log_of(std::vector<std::string>(60, "plain"));
  const Signal only = signal_at(10);
  const std::vector<Suspect> suspects = {{&listed, {&only}, 0.9}};
  EXPECT_EQ(shown(evidence, suspects[0], suspects).at(1), 60U);
}

TEST(Show, HowTheRunnerReportsTheEndIsNoReason) {
  const std::vector<std::string> ends = {"Error: Process completed with exit code 1.",
                                         " ELIFECYCLE  Command failed with exit code 1.",
                                         "npm error A complete log of this run can be found in: /root/.npm/a.log"};
  for (const auto& end : ends) {
    std::vector<std::string> lines(20, "plain");
    lines.back() = end;
    const Evidence evidence = log_of(std::move(lines));
    const Signal only = signal_at(10);
    const std::vector<Suspect> suspects = {{&listed, {&only}, 0.9}};
    EXPECT_EQ(shown(evidence, suspects[0], suspects), (Lines{10, 19})) << end;
  }
}

TEST(Show, WithoutARuleTheOutcryAndTheEndAreShown) {
  std::vector<std::string> lines(50, "plain");
  lines[20] = "ERROR: the check failed";
  const Evidence evidence = log_of(std::move(lines));
  EXPECT_EQ(numbers(lines_to_show(evidence, {&evidence.steps[0]}, {})).at(0), 21U);
  EXPECT_EQ(numbers(lines_to_show(evidence, {&evidence.steps[0]}, {})).at(1), 50U);
}

TEST(Outcry, WhatAToolAddsToItsReasonIsNone) {
  const Evidence evidence = log_of({"[ERROR] Could not resolve dependencies", "[ERROR] ",
                                    "[ERROR] Re-run Maven using the -X switch to enable full debug logging.",
                                    "[ERROR] After correcting the problems, you can resume the build"});
  EXPECT_EQ(last_outcry(evidence, evidence.steps[0])->place.line, 1U);
  EXPECT_EQ(numbers(lines_to_show(evidence, {&evidence.steps[0]}, {})).at(0), 1U);
}

TEST(Outcry, WarningsAndSuccessAreNone) {
  EXPECT_TRUE(cries("Error: no such thing"));
  EXPECT_TRUE(cries("main.c:3:1: error: expected ';'"));
  EXPECT_FALSE(cries("warning: cannot find the icon"));
  EXPECT_FALSE(cries("0 errors"));
}

}  // namespace
}  // namespace regreen
