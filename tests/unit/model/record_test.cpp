#include "model/record.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

const Timestamp noon = Timestamp(std::chrono::hours(24 * 20000 + 12));

Diagnosis diagnosis() {
  Diagnosis one;
  one.category = "dependency_missing";
  one.confidence = 0.97;
  one.severity = Severity::high;
  one.auto_fixable = true;
  one.root_cause = "Python module yaml is not installed";
  one.signature = {"00000000000000000000000000000001"};
  one.rule = {"python.module-not-found"};
  one.job = "test";
  one.step = "Run tests";
  one.evidence = {{{"", 412}, "E   ModuleNotFoundError: No module named 'yaml'"}};
  one.locations = {{"hostplan/load.py", 3, 0}};
  one.captures = {{"module", "yaml"}, {"package", "PyYAML"}};
  one.alternatives = {{"import_error", 0.02}};
  one.suggestions = {"Add PyYAML to requirements.txt"};
  one.remedies = {{"python.add-dependency"}};
  one.occurrences = {{one.evidence[0], one.captures, one.locations, {"before"}, {"after"}}};
  one.identity = "python.module-not-found module=yaml";
  one.jobs = {"test", "test (3.12)"};
  one.green_runs = 3;
  one.history = History{6, noon, noon, "rising", 3.4, 0.83};
  return one;
}

Patch patch() {
  Patch patch;
  patch.put({"a", "old\n", "new\n", false, true});
  patch.put({"bytes", std::nullopt, std::string("\xFF\x00x", 3), false, false});
  return patch;
}

std::vector<ChapterBody> chapters() {
  Evidence evidence;
  evidence.source = "job.log";
  evidence.conclusion = Conclusion::failure;
  evidence.steps = {{"test", "Run tests", {"", 1}, {"", 500}, Conclusion::failure, 2, 3}};
  evidence.signals = {{{"python.module-not-found"}, {"", 412}, "text", 0, {{"module", "yaml"}}, 3}};
  evidence.excerpts = {{{"", 400}, {"one", "two"}}};
  evidence.orders = {{"x.txt", 9}};
  evidence.novelty = {{{"", 400}, Novelty::usual}, {{"", 401}, Novelty::fresh}};
  evidence.hash = "abc";
  evidence.notes = {"truncated"};
  Plan plan;
  plan.remedies = {{{{"python.add-dependency"}, RemedyKind::edit, Risk::low, "Add", {}, {"tests/**"}},
                    0,
                    {97, 25, 30},
                    Refusal{"r", "why"}}};
  plan.refusal = Refusal{"category.credential", "a human"};
  plan.warnings = {"low confidence"};
  Outcome outcome;
  outcome.decision = Decision::patched;
  outcome.patch = patch();
  outcome.proof = Proof{"make ci", 2, "dependency_missing", 0};
  outcome.delivery = Delivery::pending;
  return {
      RunRef{"/repo", "head", "run"},
      evidence,
      Diagnoses{diagnosis()},
      Reproduction{"make ci", 2, false, 1.5, {diagnosis()}, 0, 1, Rehearsal::End::disk},
      plan,
      Attempt{{"python.add-dependency"}, {"s"}, 1, patch(), Verdict::progressed, "detail", "rule", 2.5, {diagnosis()}},
      outcome,
      Retreat{"no way on"}};
}

TEST(Record, EveryChapterComesBackAsItWas) {
  for (const auto& chapter : chapters()) {
    const auto written = to_json(chapter).dump();
    const auto read = chapter_from_json(kind_of(chapter), written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->index(), chapter.index());
    EXPECT_EQ(to_json(*read).dump(), written);
  }
}

TEST(Record, APatchOfAnyBytesComesBack) {
  const ChapterBody chapter = Attempt{{"x"}, {"s"}, 0, patch(), Verdict::fixed, "", "", 0, {}};
  const auto read = chapter_from_json("attempt", to_json(chapter).dump());
  EXPECT_EQ(std::get<Attempt>(*read).patch, patch());
}

TEST(Record, DamageIsAnErrorNotACrash) {
  for (const auto& chapter : chapters()) {
    const std::string whole = to_json(chapter).dump();
    EXPECT_FALSE(chapter_from_json(kind_of(chapter), whole.substr(0, whole.size() / 2)));
    EXPECT_FALSE(chapter_from_json(kind_of(chapter), kind_of(chapter) == "diagnoses" ? "[7]" : "{}"));
  }
  EXPECT_FALSE(chapter_from_json("poem", "{}"));
  EXPECT_FALSE(chapter_from_json("run", std::string(200000, '[')));
}

TEST(Record, ADiagnosisHasTheWordsOfTheContract) {
  const auto json = to_json(diagnosis());
  for (const char* key : {"category", "aliases", "confidence", "severity", "transient", "auto_fixable", "root_cause",
                          "signature", "identity", "rule", "job", "step", "jobs", "evidence", "locations", "captures",
                          "alternatives", "suggestions", "history"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["aliases"][0], "dependency");
  EXPECT_EQ(json["evidence"][0]["line"], 412);
}

TEST(Case, TheCauseIsWhatShowedLast) {
  Case one({"id"});
  Diagnosis logged = diagnosis(), behind = diagnosis();
  behind.category = "test_failure";
  one.add({}, Diagnoses{logged});
  EXPECT_EQ(one.causes().front().category, "dependency_missing");
  one.add({}, Attempt{{"r"}, {"s"}, 0, patch(), Verdict::progressed, "", "", 0, {behind}});
  EXPECT_EQ(one.causes().front().category, "test_failure");
  EXPECT_TRUE(one.attempts_now().empty());
  EXPECT_EQ(one.patch(), patch());
}

TEST(Case, AStepThatIsTakenBackIsNone) {
  Case one({"id"});
  Diagnosis logged = diagnosis(), behind = diagnosis();
  behind.category = "test_failure";
  one.add({}, Diagnoses{logged});
  one.add({}, Attempt{{"r"}, {"s"}, 0, patch(), Verdict::progressed, "", "", 0, {behind}});
  one.add({}, Attempt{{"q"}, {"t"}, 0, patch(), Verdict::unchanged, "", "", 0, {}});
  one.add({}, Retreat{"no way on"});
  EXPECT_EQ(one.causes().front().category, "dependency_missing");
  ASSERT_EQ(one.attempts_now().size(), 1u) << "it was tried here, and is not tried again";
  EXPECT_EQ(one.attempts_now().front()->remedy.value, "r");
  EXPECT_TRUE(one.patch().empty());
  EXPECT_TRUE(one.remedies().empty());
}

TEST(Case, TheSameRunIsTheSameCase) {
  EXPECT_EQ(case_id({"/repo", "head", "log"}), case_id({"/repo", "head", "log"}));
  EXPECT_NE(case_id({"/repo", "head", "log"}), case_id({"/repo", "headlog", ""}));
}

}  // namespace
}  // namespace regreen
