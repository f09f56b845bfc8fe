#include "read/report.h"

#include "base/text.h"
#include "unit/read/logs.h"

#include <gtest/gtest.h>

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

TEST(Report, EntitiesAreNotExpanded) {
  const auto report = parse_junit(
      R"(<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><testsuite><testcase name="t"><failure>&b;</failure></testcase></testsuite>)");
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].traceback, "&b;");
}

}  // namespace
}  // namespace regreen
