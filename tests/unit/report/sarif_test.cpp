#include "report/sarif.h"

#include "unit/report/runs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

json sarif(const DiagnosedRun& run) { return diagnosis_sarif({run}, "1.2.3")["runs"][0]; }
json rdjson(const DiagnosedRun& run) { return diagnosis_rdjson({run}); }
std::string uri(const json& location) { return location["physicalLocation"]["artifactLocation"]["uri"]; }

TEST(Sarif, HasARuleAPlaceAndAFingerprint) {
  const json run = sarif(red_run());
  const json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "python.module-not-found");
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["id"], "python.module-not-found");
  EXPECT_EQ(uri(result["locations"][0]), "hostplan/load.py");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
  EXPECT_EQ(result["partialFingerprints"]["regreenSignature/v1"], "00000000000000000000000000000001");
  EXPECT_EQ(uri(result["relatedLocations"][0]), "job.log");
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 412);
}

TEST(Sarif, PutsAllLogsIntoOneRunAndNamesARuleOnce) {
  const json document = diagnosis_sarif({red_run(), red_run()}, "1.2.3");
  ASSERT_EQ(document["runs"].size(), 1u);
  EXPECT_EQ(document["runs"][0]["results"].size(), 2u);
  EXPECT_EQ(document["runs"][0]["tool"]["driver"]["rules"].size(), 1u);
}

TEST(Sarif, WithoutAPlaceInTheRepositoryShowsTheLog) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].locations = {{"", 0, 0}};
  EXPECT_EQ(uri(sarif(run)["results"][0]["locations"][0]), "job.log");
  run.diagnoses[0].evidence.clear();
  run.source = "-";
  EXPECT_EQ(uri(sarif(run)["results"][0]["locations"][0]), "stdin");
  EXPECT_EQ(rdjson(run)["diagnostics"][0]["location"]["path"], "stdin");
}

TEST(Sarif, MakesUrisOfAnyName) {
  DiagnosedRun run = red_run();
  auto& place = run.diagnoses[0].locations[0];
  place.file = "a b/\xFF:1%.py";
  EXPECT_EQ(uri(sarif(run)["results"][0]["locations"][0]), "a%20b/%FF%3A1%25.py");
  place.file = "/usr/include/stdio.h";
  EXPECT_EQ(uri(sarif(run)["results"][0]["locations"][0]), "file:///usr/include/stdio.h");
}

TEST(Sarif, ACauseThatNoRuleNamedIsNamedByItsCategory) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].rule = {};
  EXPECT_EQ(sarif(run)["results"][0]["ruleId"], "dependency_missing");
  EXPECT_EQ(rdjson(run)["diagnostics"][0]["code"]["value"], "dependency_missing");
}

TEST(Sarif, TextLinksNothing) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].root_cause = "see [this](1)";
  EXPECT_EQ(sarif(run)["results"][0]["message"]["text"], "see [this] (1) (test › Run tests)");
}

TEST(Sarif, TellsWhatCouldNotBeRead) {
  DiagnosedRun lost;
  lost.source = "x.log";
  lost.error = "no such file";
  const json run = sarif(lost);
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "x.log: no such file");
  EXPECT_TRUE(run["results"].empty());
}

TEST(Rdjson, HasAMessageAPlaceAndACode) {
  DiagnosedRun run = red_run();
  run.diagnoses[0].locations.push_back({"b.py", 0, 0});
  const json one = rdjson(run)["diagnostics"][0];
  EXPECT_EQ(one["message"], "Python module yaml is not installed (test › Run tests)");
  EXPECT_EQ(one["location"]["path"], "hostplan/load.py");
  EXPECT_EQ(one["location"]["range"]["start"]["line"], 3);
  EXPECT_EQ(one["severity"], "ERROR");
  EXPECT_EQ(one["related_locations"][0]["location"]["path"], "b.py");
  EXPECT_FALSE(one["related_locations"][0]["location"].contains("range"));
}

TEST(Rdjson, IsJsonWhateverTheBytes) {
  DiagnosedRun run = red_run();
  auto& one = run.diagnoses[0];
  run.source = one.root_cause = one.job = one.step = one.evidence[0].text = one.locations[0].file = one.suggestions[0] =
      "\xFF\x80`";
  one.rule.value = one.category = "\xFF";
  EXPECT_NO_THROW(diagnosis_rdjson({run}).dump());
  EXPECT_NO_THROW(diagnosis_sarif({run}, "1").dump());
}

}  // namespace
}  // namespace regreen
