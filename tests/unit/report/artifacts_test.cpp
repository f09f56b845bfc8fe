#include "report/artifacts.h"

#include "unit/report/runs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

json context_of(const std::string& category, double confidence = 0.97) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].category = category;
  run.diagnoses[0].confidence = confidence;
  return failure_context_json({run}, {});
}

TEST(Artifacts, NameTheKindOfRepair) {
  const std::pair<const char*, const char*> rows[] = {{"deprecation", "warning"},
                                                      {"dependency_missing", "import_error"},
                                                      {"import_error", "import_error"},
                                                      {"type_error", "type_error"},
                                                      {"flaky_test", "flaky_test"},
                                                      {"lint", "lint"},
                                                      {"format", "lint"},
                                                      {"drift", "drift"},
                                                      {"network", "unknown"}};
  for (const auto& [category, type] : rows) EXPECT_EQ(context_of(category)["fix_type"], type) << category;
}

TEST(Artifacts, TellConfidenceInWords) {
  EXPECT_EQ(context_of("lint", 0.9)["confidence"], "high");
  EXPECT_EQ(context_of("lint", 0.7)["confidence"], "medium");
  EXPECT_EQ(context_of("lint", 0.3)["confidence"], "low");
  EXPECT_EQ(context_of("network", 0.9)["confidence"], "none");
  EXPECT_EQ(failure_context_json({}, {})["confidence"], "none");
}

TEST(Artifacts, PromiseNoRepairOfDriftOrTheUnknown) {
  EXPECT_EQ(context_of("lint")["can_auto_fix"], true);
  EXPECT_EQ(context_of("drift")["can_auto_fix"], false);
  EXPECT_EQ(context_of("network")["can_auto_fix"], false);
}

TEST(Artifacts, ListFailedTests) {
  DiagnosedRun run = red_run();
  for (int i = 0; i < 20; ++i) {
    run.diagnoses[0].occurrences.push_back(
        {{{"", 1}, "FAILED"}, {{"test", "t.py::test_" + std::to_string(i)}}, {}, {}, {}});
  }
  const json context = failure_context_json({run}, {});
  EXPECT_EQ(context["failures"].size(), 10u);
  EXPECT_EQ(context["failures"][0]["nodeid"], "t.py::test_0");
}

TEST(Artifacts, ListFailedJobsWithTheirSteps) {
  const json analysis = failure_analysis_json({red_run()}, {"CI", "https://x/1", "1", "o/r", "main", "abc", {}});
  EXPECT_EQ(analysis["workflow_name"], "CI");
  EXPECT_EQ(analysis["failed_jobs_count"], 1);
  EXPECT_EQ(analysis["failed_jobs"][0]["name"], "test");
  EXPECT_EQ(analysis["failed_jobs"][0]["steps"][0]["name"], "Run tests");
  EXPECT_EQ(analysis["failed_jobs"][0]["steps"][0]["number"], 2);
  EXPECT_EQ(analysis["failure_details"][0]["diagnosis"]["category"], "dependency_missing");
}

TEST(Artifacts, TellTheSurestCauseOfSeveralRuns) {
  DiagnosedRun unsure = red_run();
  unsure.diagnoses[0].category = "network";
  unsure.diagnoses[0].confidence = 0.2;
  const json context = healing_context_json({DiagnosedRun{}, unsure, red_run()}, {});
  EXPECT_EQ(context["category"], "dependency_missing");
  EXPECT_EQ(context["failed_jobs_count"], 2);
}

}  // namespace
}  // namespace regreen
