#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";

TEST(WorkflowTimeout, TheLimitOfTheJobDoubles) {
  const std::string text = "jobs:\n  test:\n    timeout-minutes: 10\n  lint:\n    timeout-minutes: 10\n";
  auto diagnosis =
      diagnosis_of({said("The job running on runner x has exceeded the maximum execution time of 10 minutes.", {})});
  diagnosis.job = "lint";
  EXPECT_EQ(mended("workflow.raise-timeout", Files{{".github/workflows/ci.yml", text}}, diagnosis)
                .at(".github/workflows/ci.yml"),
            "jobs:\n  test:\n    timeout-minutes: 10\n  lint:\n    timeout-minutes: 20\n");
  diagnosis.job = "other (3.11)";
  EXPECT_TRUE(mended("workflow.raise-timeout", Files{{".github/workflows/ci.yml", text}}, diagnosis).empty());
}

TEST(WorkflowTimeout, TheJobIsTheOneWhoseStepRan) {
  const std::string text =
      "jobs:\n  lint:\n    timeout-minutes: 3\n    steps:\n      - run: make lint\n  bake:\n    timeout-minutes: 3\n"
      "    steps:\n      - name: Bake all\n        run: make bake\n";
  auto ended = said("The job running on runner x has exceeded the maximum execution time of 3 minutes.", {});
  const auto raised = [&](std::vector<std::string> before) {
    ended.before = std::move(before);
    const auto after =
        mended("workflow.raise-timeout", Files{{".github/workflows/ci.yml", text}}, diagnosis_of({ended}));
    return after.empty() ? "nothing" : after.at(".github/workflows/ci.yml");
  };
  const auto bake =
      text.substr(0, text.rfind("minutes: 3")) + "minutes: 6" + text.substr(text.rfind("minutes: 3") + 10);
  EXPECT_EQ(raised({"##[group]Run make lint", "##[group]Run Bake all", "one"}), bake);
  EXPECT_EQ(raised({"##[group]Run make bake"}), bake);
  EXPECT_EQ(raised({"##[group]Run bake"}), "nothing");
  EXPECT_EQ(raised({}), "nothing");
}

TEST(WorkflowTimeout, TheJobIsFoundHoweverItIsWritten) {
  const auto raised = [](const std::string& text, const std::string& step) {
    auto ended = said("The job running on runner x has exceeded the maximum execution time of 3 minutes.", {});
    ended.before = {"##[group]Run " + step};
    const auto after = mended("workflow.raise-timeout", Files{{workflow, text}}, diagnosis_of({ended}));
    return after.empty() ? "nothing" : after.at(workflow);
  };
  const std::string lint = "jobs:\n  lint: # style\n    timeout-minutes: 3\n    steps:\n      - run: make\n";
  const std::string bake =
      "  bake: # all\n    timeout-minutes: 3\n    steps:\n      - run: |\n          # first\n          make\n";
  const auto longer = replace_all(bake, "minutes: 3", "minutes: 6");
  EXPECT_EQ(raised(lint + bake, "# first"), lint + longer);
  EXPECT_EQ(raised(lint + bake, "# second"), "nothing");
  const auto deep = [](const std::string& text) { return replace_all(text, "  ", "    "); };
  EXPECT_EQ(raised(deep(lint + bake), "# first"), deep(lint + longer));
  const auto named = replace_all(bake, "- run", "- name: Go on  # and on\n        run");
  EXPECT_EQ(raised(lint + named, "Go on"), lint + replace_all(named, "minutes: 3", "minutes: 6"));
}

// The limits that are tried for a job of 2 minutes, in their order.
std::string tried(std::vector<std::string> before, const std::string& comment = "", const std::string& past = "") {
  const std::string text =
      "jobs:\n  lint:\n    timeout-minutes: 2\n    steps:\n      - run: make lint\n  soak:\n    timeout-minutes: 2" +
      comment + "\n    steps:\n      - name: Soak\n        run: ./soak.sh 8\n";
  auto ended = said("The job running on runner x has exceeded the maximum execution time of 2 minutes.", {});
  ended.before = {"##[group]Run Soak", "##[endgroup]"};
  ended.before.insert(ended.before.end(), before.begin(), before.end());
  LastCommit commit;
  if (!past.empty()) commit.before[workflow] = past;
  const auto tree = tree_of({{workflow, text}});
  const auto diagnosis = diagnosis_of({ended});
  std::string all;
  for (const auto& row : fixers()) {
    if (row.remedy != "workflow.raise-timeout") continue;
    for (const auto& patch : row.fix({diagnosis, tree, tables(), commit})) {
      const auto after = patch.changes.front().after.value_or("");
      EXPECT_TRUE(contains(after, "lint:\n    timeout-minutes: 2\n")) << after;
      const auto at = after.rfind("timeout-minutes: ") + 17;
      all += (all.empty() ? "" : " ") + after.substr(at, after.find_first_of(" \n", at) - at);
    }
  }
  return all;
}

TEST(WorkflowTimeout, IsWhatTheWorkNeedsAtThePaceOfTheLog) {
  EXPECT_EQ(tried({"round 1/8 ok", "round 2/8 ok", "round 3/8 ok"}), "8");
  EXPECT_EQ(tried({"[1/40] cc a", "warning", "[30/40] cc b"}), "4") << "twice as much is enough";
  EXPECT_EQ(tried({"batch 1 of 9", "batch 2 of 9"}), "14");
}

TEST(WorkflowTimeout, IsNotReckonedFromOtherNumbers) {
  EXPECT_EQ(tried({"1/8 passed"}), "4") << "one line is no pace";
  EXPECT_EQ(tried({"2024/11/22 start", "2024/11/23 go on"}), "4");
  EXPECT_EQ(tried({"shard 1/8", "shard 3/9"}), "4");
  EXPECT_EQ(tried({"round 2/3", "round 1/3"}), "4") << "it begins again";
  EXPECT_EQ(tried({"attempt 1/9", "attempt 2/9"}), "4") << "it waits for something";
  EXPECT_EQ(tried({"GET /a/1/2000000000000000000", "GET /a/2/2000000000000000000"}), "4");
}

TEST(WorkflowTimeout, IsForAPersonWhereItIsFarTooLowOrMeant) {
  EXPECT_EQ(tried({"1/900", "2/900"}), "") << "900 minutes";
  EXPECT_EQ(tried({}, "  # must stay below the budget of the pool"), "");
  EXPECT_EQ(tried({}, "  # slow since the new corpus"), "4");
}

TEST(WorkflowTimeout, IsWhatTheCommentsTell) {
  EXPECT_EQ(tried({}, "  # takes about 4 minutes on a hosted runner; keep the limit at 10"), "10");
  EXPECT_EQ(tried({}, "  # limit: 10 min."), "10");
  EXPECT_EQ(tried({}, "  # takes around 4 minutes"), "6") << "and half as much to spare";
  EXPECT_EQ(tried({}, "  # takes 4-6 minutes"), "9");
  EXPECT_EQ(tried({"1/20", "2/20"}, "  # limit 10"), "") << "it needs 30";
  EXPECT_EQ(tried({}, "  # runs for 2 hours, then takes 90 minutes"), "") << "far from what it has";
}

TEST(WorkflowTimeout, IsNotReadFromOtherSentences) {
  EXPECT_EQ(tried({}, "  # keep the limit at 2"), "") << "it is what people want";
  EXPECT_EQ(tried({}, "  # a limit of 10 was too much"), "4");
  EXPECT_EQ(tried({}, "  # limit 10 of the pool, limit 20 of ours"), "4");
  EXPECT_EQ(tried({}, "  # the limit is 10, on Sundays the limit is 20"), "4") << "which?";
  EXPECT_EQ(tried({}, "  # nightly: limit 20"), "4");
  EXPECT_EQ(tried({}, "  # limit: 10 sessions"), "4");
  EXPECT_EQ(tried({}, "  # rate limit: 10"), "4");
  EXPECT_EQ(tried({}, "  # curl has a timeout of 10"), "4");
  EXPECT_EQ(tried({}, "  # the token lasts 10 minutes"), "4");
  EXPECT_EQ(tried({}, "  # lowered the limit from 10"), "4");
  EXPECT_EQ(tried({}, "  # limit: 3.5"), "4");
  EXPECT_EQ(tried({}, "  # it does not take 9 minutes"), "4");
}

TEST(WorkflowTimeout, IsThatOfTheJobThatHadTheStepBefore) {
  const std::string past =
      "jobs:\n  all:\n    timeout-minutes: 15\n    steps:\n      - run: make lint\n      - name: Soak\n        run: "
      "./soak.sh 8\n";
  EXPECT_EQ(tried({}, "", past), "15");
  EXPECT_EQ(tried({"1/20", "2/20"}, "", past), "") << "20 times as much";
  EXPECT_EQ(tried({"1/9", "2/9"}, "", past), "15");
  EXPECT_EQ(tried({"1/20", "3/20"}, "", past), "20") << "15 will not do";
  EXPECT_EQ(tried({}, "", replace_all(past, "15", "3")), "3 4");
  EXPECT_EQ(tried({}, "", replace_all(past, "    timeout-minutes: 15\n", "")), "4") << "GitHub's six hours are none";
  EXPECT_EQ(tried({}, "", replace_all(past, "  all:", "  soak:")), "4") << "what the commit lowered is not taken back";
}

}  // namespace
}  // namespace regreen::story
