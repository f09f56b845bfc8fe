#include "read/report.h"

#include "base/text.h"
#include "unit/read/logs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace regreen {
namespace {

using Texts = std::vector<std::string>;

const std::string junit = R"(<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest" errors="1" failures="1" skipped="0" tests="3">
<testcase classname="tests.test_cart.TestCart" name="test_total" time="0.1">
<failure message="AssertionError: error: 3 &lt; 4&#10;second">def test_total():
&gt;   assert 3 &gt; 4
E   error: in the traceback

tests/test_cart.py:12: AssertionError</failure>
</testcase>
<testcase classname="tests.test_cart" name="test_ok" time="0.1"/>
<testcase classname="com.acme.CartTest" name="starts" time="0.1"><error type="java.lang.Error"><![CDATA[no database]]></error></testcase>
</testsuite></testsuites>
)";

const std::string pytest_json = R"({"created": 1.5, "duration": 0.1, "exitcode": 1, "root": "/w",
 "summary": {"failed": 1},
 "collectors": [{"nodeid": "tests/test_b.py", "outcome": "failed", "longrepr": "error: cannot collect"}],
 "tests": [
  {"nodeid": "tests/test_a.py::test_ok", "outcome": "passed", "call": {"outcome": "passed"}},
  {"nodeid": "tests/test_a.py::test_no", "outcome": "failed", "setup": {"outcome": "passed"},
   "call": {"outcome": "failed", "crash": {"message": "assert 1 == 2\n +1"}, "longrepr": "line one\nerror: two"}}
 ]})";

TEST(Report, FailedTestsOfJUnitBecomeLinesAtTheirPlace) {
  const Evidence evidence = read_log(junit);
  EXPECT_EQ(signal_texts(evidence),
            (Texts{"FAILED tests/test_cart.py::TestCart::test_total - AssertionError: error: 3 < 4",
                   "FAILED tests/test_cart.py::TestCart::test_total - AssertionError: error: 3 < 4",
                   "E   error: in the traceback", "ERROR com.acme.CartTest::starts - no database"}));
  EXPECT_EQ(evidence.signals[0].place.line, 4u);
  EXPECT_EQ(evidence.signals[2].place.line, 6u);
  EXPECT_EQ(evidence.signals[3].place.line, 11u);
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
}

TEST(Report, GreenJUnitProvesSuccess) {
  EXPECT_EQ(read_log(R"(<testsuite tests="1"><testcase name="error: a"/></testsuite>)").conclusion,
            Conclusion::success);
  EXPECT_EQ(read_log(R"(<testsuite tests="1" failures="1"><testcase name="a"/></testsuite>)").conclusion,
            Conclusion::failure);
  EXPECT_EQ(read_log("<testsuites></testsuites>").conclusion, Conclusion::unknown);
}

TEST(Report, FailedTestsOfPytestJsonBecomeLines) {
  const Evidence evidence = read_log(pytest_json);
  EXPECT_EQ(evidence.steps[0].exit_code, 1);
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(signal_texts(evidence),
            (Texts{"error: cannot collect", "FAILED tests/test_a.py::test_no - assert 1 == 2", "error: two"}));
  EXPECT_EQ(evidence.signals[0].place.line, 3u);
  EXPECT_EQ(evidence.signals[1].place.line, 6u);
}

TEST(Report, IsFoundByContentInFoldersAndZips) {
  EXPECT_EQ(read_files({{"out/results.log", junit}}).signals.size(), 4u);
  EXPECT_EQ(read_log(zip_of({{"x.txt", pytest_json}})).signals.size(), 3u);
}

TEST(Report, PagesAndDataOfAFolderAreSkippedWithANote) {
  const Evidence evidence = read_files({{"index.html", "<!DOCTYPE html><html>error: no</html>"},
                                        {"coverage.xml", "<?xml version=\"1.0\"?><coverage>error: no</coverage>"},
                                        {"package.json", "{\n \"error: \": 1}"},
                                        {"a.log", "error: yes\n"}});
  EXPECT_EQ(signal_texts(evidence), Texts{"error: yes"});
  EXPECT_EQ(evidence.notes.size(), 3u);
}

TEST(Report, ATruncatedOneIsReadUpToThere) {
  const Evidence evidence = read_log(junit.substr(0, junit.size() - 60));
  EXPECT_GE(evidence.signals.size(), 3u);
  ASSERT_EQ(evidence.notes.size(), 1u);
  EXPECT_TRUE(contains(evidence.notes[0], "cut off"));
  EXPECT_EQ(read_log(pytest_json.substr(0, 300)).notes.size(), 1u);
}

TEST(Report, DeepAndWideReportsDoNoHarm) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<testsuite>";
  EXPECT_TRUE(parse_junit(deep).failed.empty());
  std::string nested = R"({"created": 1, "exitcode": 0, "tests": )" + std::string(100'000, '[');
  EXPECT_FALSE(parse_pytest_json(nested).damage.empty());
  EXPECT_EQ(parse_pytest_json(R"({"created": 1, "exitcode": "x", "tests": {"a": 3}})").conclusion, Conclusion::unknown);
}

std::string file_of(const std::string& name) {
  std::ifstream file("tests/reports/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

Texts texts_of(const TestReport& report) {
  Texts texts;
  for (const auto& one : report.lines) texts.push_back(one.text);
  return texts;
}

TEST(Report, OfGoTestsWhatFailedIsUnwrapped) {
  const auto report = parse_go_test(file_of("go-test.json"));
  EXPECT_EQ(texts_of(report), (Texts{"=== RUN   TestTotal", "    shop_test.go:3: Total(1, 2) = -1, want 3",
                                     "--- FAIL: TestTotal (0.00s)", "FAIL", "FAIL\tshop\t0.003s"}));
  EXPECT_EQ(report.lines[1].line, 3u);
  EXPECT_EQ(report.conclusion, Conclusion::failure);
  const auto build = parse_go_test(
      "{\"ImportPath\":\"shop\",\"Action\":\"build-output\",\"Output\":\"./a.go:3:1: x\\n\"}\n"
      "{\"ImportPath\":\"shop\",\"Action\":\"build-fail\"}\nplain\n{\"Action\":");
  EXPECT_EQ(texts_of(build), (Texts{"./a.go:3:1: x", "plain"}));
  EXPECT_FALSE(build.damage.empty());
}

TEST(Report, OfCargoErrorsAndTests) {
  const auto errors = parse_cargo(file_of("cargo.json"));
  EXPECT_EQ(texts_of(errors).at(0), "error[E0425]: cannot find value `tax` in this scope");
  EXPECT_EQ(errors.conclusion, Conclusion::failure);
  const auto tests = parse_cargo(file_of("libtest.json"));
  EXPECT_EQ(texts_of(tests).at(0), "test adds ... FAILED");
  EXPECT_EQ(texts_of(tests).back(), "test result: FAILED. 1 passed; 1 failed; 0 ignored");
  EXPECT_EQ(tests.conclusion, Conclusion::failure);
}

TEST(Report, OfCtestInBothForms) {
  for (const auto& report : {parse_ctest(file_of("ctest.xml")), parse_junit(file_of("ctest-junit.xml"))}) {
    ASSERT_EQ(report.failed.size(), 1u);
    EXPECT_EQ(report.failed[0].name, "adds");
    EXPECT_TRUE(contains(report.failed[0].traceback, "road.cpp:12: Failure"));
    EXPECT_EQ(report.conclusion, Conclusion::failure);
  }
}

TEST(Report, OfJestAndVitest) {
  const auto jest = texts_of(parse_jest(file_of("jest.json")));
  EXPECT_TRUE(std::ranges::count(jest, "  ● basket › adds") == 1);
  EXPECT_TRUE(std::ranges::count(jest, "  ● Test suite failed to run") == 1);
  const auto vitest = parse_jest(file_of("vitest.json"));
  EXPECT_EQ(texts_of(vitest).back(), " ❯ /srv/ci/shop/v/c.test.mjs:2");
  EXPECT_EQ(vitest.conclusion, Conclusion::failure);
}

TEST(Report, OfSarifErrorsComeBeforeWarnings) {
  const auto report = parse_sarif(file_of("eslint.sarif"));
  EXPECT_EQ(texts_of(report), Texts{"/srv/ci/shop/s.js:2:13: 'totl' is not defined. [Error/no-undef]"});
  EXPECT_EQ(report.lines[0].line, 66u);
  const auto line = [](const std::string& driver, const std::string& result) {
    return texts_of(parse_sarif(R"({"version":"2.1.0","runs":[{"tool":{"driver":)" + driver + R"(},"results":[)" +
                                result + "]}]}"));
  };
  const std::string place =
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.c"},"region":{"startLine":3}}}])";
  EXPECT_EQ(line(R"({"name":"GNU C17"})", R"({"ruleId":"error","level":"error","message":{"text":"x"},)" + place + "}"),
            Texts{"a.c:3: error: x"});
  EXPECT_EQ(line(R"({"name":"Scan","rules":[{"id":"S1","properties":{"tags":["security"]}}]})",
                 R"({"ruleId":"S1","message":{"text":"x"}},{"ruleId":"S2","kind":"pass","message":{"text":"y"}})"),
            Texts{"Scan security warning: x [S1]"});
}

TEST(Report, CutAnywhereOrOfWrongShapeDoesNoHarm) {
  for (const std::string name :
       {"go-test.json", "cargo.json", "libtest.json", "ctest.xml", "jest.json", "eslint.sarif"}) {
    const std::string whole = file_of(name);
    for (std::size_t size = 0; size < whole.size(); size += 97) {
      const std::string cut = whole.substr(0, size);
      for (const auto parse : {parse_go_test, parse_cargo, parse_ctest, parse_jest, parse_sarif}) parse(cut);
      MemorySource source("log", cut);
      read(source, rules());
    }
  }
  const std::string deep = R"({"version":"2.1.0","$schema":"sarif","runs":)" + std::string(1'000'000, '[');
  EXPECT_FALSE(parse_sarif(deep).damage.empty());
  EXPECT_TRUE(
      parse_sarif(R"({"runs":[3,{"tool":[],"results":{"a":1}},{"results":[null,{"message":3}]}]})").failed.empty());
  EXPECT_TRUE(
      parse_jest(
          R"({"testResults":[3,{"status":"failed","assertionResults":[1,{"status":"failed","failureMessages":3}]}]})")
          .failed.empty());
  EXPECT_TRUE(parse_go_test(std::string("{\"Action\":1}\n\0\0\n[]\n{}", 22)).failed.empty());
}

TEST(Report, OneTooLargeIsSkippedWithANote) {
  std::string large = "{\"Action\":\"output\",\"Package\":\"a\",\"Output\":\"x\"}\n";
  while (large.size() < (std::size_t{65} << 20)) large += large;
  const Evidence evidence = read_files({{"a.json", large}, {"b.log", "error: yes\n"}});
  EXPECT_EQ(signal_texts(evidence), Texts{"error: yes"});
  EXPECT_EQ(evidence.notes.size(), 1u);
}

TEST(Report, WhatOneLineSaysIsKeptTogether) {
  const Evidence evidence = read_files({{"a.json", R"({"Action":"output","Output":"a.go:3: near\n"}
{"Action":"output","Output":"error: x\n"}
{"Action":"fail"}
)"}});
  const Excerpt around = lines_around(evidence, {"a.json", 2}, 1, 0);
  EXPECT_EQ(around.lines, (Texts{"a.go:3: near", "error: x"}));
  const Evidence cargo = read_log(file_of("cargo.json"));
  EXPECT_TRUE(contains(lines_around(cargo, {"", 1}, 0, 0).lines.at(0), "\n --> src/lib.rs:1:35\n"));
}

TEST(Report, EntitiesAreNotExpanded) {
  const auto report = parse_junit(
      R"(<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><testsuite><testcase name="t"><failure>&b;</failure></testcase></testsuite>)");
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].traceback, "&b;");
}

}  // namespace
}  // namespace regreen
