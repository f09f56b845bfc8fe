// Beyond the decision table.

#include "engine/answers.h"
#include "engine/replay.h"
#include "engine/rollback.h"
#include "project.h"
#include "support/through.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Engine, AFailureBehindTheFirstIsHealedToo) {
  Project project;
  project.runs = [](const Tree& tree, const Command&) {
    const auto text = tree.read("requirements.txt").value_or("");
    if (!contains(text, "PyYAML")) return ended(1, missing);
    return contains(text, "requests") ? ended(0, "") : ended(1, "ModuleNotFoundError: No module named 'requests'\n");
  };
  const auto one = project.heal();
  ASSERT_EQ(one.outcome()->decision, Decision::patched) << one.outcome()->reason;
  EXPECT_EQ(one.attempts().at(0)->verdict, Verdict::progressed);
  EXPECT_EQ(one.attempts().back()->verdict, Verdict::fixed);
  EXPECT_EQ(one.outcome()->patch.changes.at(0).before, "flask\n");
}

TEST(Engine, AStepThatLeadsNowhereIsTakenBackForAnotherWay) {
  Project project;
  const std::string untidy = "menu.sh: untidy\n", menu = "soup \r\nfish\r\n";
  project.files = MemoryTree{{{"menu.sh", {menu, false}}}};
  project.fails_with(untidy);
  project.runs = [&](const Tree& tree, const Command&) {
    const auto text = tree.read("menu.sh").value_or("");
    if (text == menu) return ended(1, untidy);
    return text == "soup \nfish\n" ? ended(0, "") : ended(1, "FAILED test_menu\n");
  };
  const auto one = project.heal();
  ASSERT_EQ(one.outcome()->decision, Decision::patched) << one.outcome()->reason;
  EXPECT_EQ(one.attempts().front()->verdict, Verdict::progressed);
  EXPECT_EQ(one.remedies(), std::vector<std::string>({"text.line-ends"}));
  EXPECT_EQ(one.outcome()->patch.changes.at(0).before, menu);
}

TEST(Engine, WhereNothingElseCanBeTriedNoStepIsTakenBack) {
  Project project;
  project.runs = [](const Tree& tree, const Command&) {
    return ended(1, has_yaml(tree) ? "FAILED test_menu\n" : missing);
  };
  const auto one = project.heal();
  EXPECT_EQ(one.outcome()->reason, "test_menu failed; no remedy proved itself, and no agent is configured");
  EXPECT_EQ(one.steps().size(), 1u);
}

TEST(Engine, TheSameChangeIsTriedOnceForTwoCauses) {
  Project project;
  const std::string both = "menu.sh: untidy\nmenu.sh: messy\n", menu = "soup \r\nfish\r\n";
  project.files = MemoryTree{{{"menu.sh", {menu, false}}}};
  project.fails_with(both);
  project.runs = [&](const Tree& tree, const Command&) {
    return ended(1, tree.read("menu.sh").value_or("") == menu ? both : "FAILED test_menu\n");
  };
  const auto one = project.heal();
  std::vector<std::string> tried;
  for (const auto* attempt : one.attempts()) tried.push_back(attempt->remedy.value);
  EXPECT_EQ(tried, std::vector<std::string>({"text.trailing-whitespace", "text.line-ends"}));
}

TEST(Engine, NoAttemptsAreMadeWhereNoneAreAllowed) {
  Project project;
  project.config.max_attempts = 0;
  EXPECT_EQ(project.heal().attempts().size(), 0u);
}

TEST(Engine, DisabledHealingIsRefusedByName) {
  Project project;
  project.config.enabled = false;
  EXPECT_EQ(project.heal().outcome()->rule, "policy.disabled");
}

TEST(Engine, ADeniedDeliveryIsARefusalWithItsReason) {
  Project project;
  project.denial = Error{ErrorKind::denied, "requirements.txt has uncommitted changes"};
  const auto one = project.heal();
  EXPECT_EQ(one.outcome()->decision, Decision::refused);
  EXPECT_EQ(one.outcome()->reason, "requirements.txt has uncommitted changes");
}

TEST(Engine, ALowConfidenceIsSaidToAPersonAndDoesNotStopThem) {
  Project project;
  project.config.confidence_threshold = 1.0;
  const auto one = project.heal();
  EXPECT_EQ(one.outcome()->decision, Decision::patched);
  EXPECT_FALSE(one.plan()->warnings.empty());
}

TEST(Engine, AFinishedCaseIsHealedAfresh) {
  Project project;
  project.heal();
  EXPECT_EQ(project.heal().outcome()->decision, Decision::patched);
  EXPECT_GE(project.workspace->rehearsals, 2u);
}

TEST(Engine, StoppedUnattendedWorkRunsNothing) {
  Project project;
  ASSERT_TRUE(project.store.set_stop(Stop{Timestamp(), "why"}));
  project.options.attended = Attended::no;
  EXPECT_EQ(project.heal().outcome()->rule, "policy.stopped");
  EXPECT_EQ(project.workspace->rehearsals, 0u);
  project.options.attended = Attended::yes;
  const auto one = project.heal();
  EXPECT_EQ(one.outcome()->decision, Decision::patched);
  EXPECT_FALSE(one.plan()->warnings.empty());
}

TEST(Engine, UnattendedARepairOfHighRiskIsForAPerson) {
  Project project;
  project.config.confidence_threshold = 0;
  project.options.attended = Attended::no;
  EXPECT_EQ(project.heal().outcome()->decision, Decision::patched);
  project.options.verify.line = "make doubtful";
  RuleSet doubtful =
      std::move(RuleSet::load({{"test.toml", replace_all(replace_all(rule_text, "[[table.python-packages]]",
                                                                     "[table.python-packages]\nyaml = \"PyYAML\""),
                                                         "confidence = 0.95", "confidence = 0.5")}})
                    .value());
  Engine engine({*project.forge, *project.workspace, project.store, project.clock}, doubtful, project.config);
  const auto one = engine.heal({"/repo", "head", "other"}, project.options).value();
  EXPECT_EQ(one.outcome()->rule, "policy.high-risk");
  EXPECT_EQ(one.outcome()->delivery, Delivery::none);
}

TEST(Engine, WhatHelpedBeforeIsTriedFirst) {
  Project project;
  const auto text =
      replace_all(replace_all(rule_text, "[[table.python-packages]]", "[table.python-packages]\nyaml = \"PyYAML\""),
                  "remedies = [\"python.add-dependency\"]", "remedies = [\"tool.fails\", \"python.add-dependency\"]");
  const std::string second =
      "[[remedy]]\nid = \"tool.fails\"\nkind = \"run\"\ntitle = \"Try\"\nrun = [\"try\"]\n[table.";
  const RuleSet both = std::move(RuleSet::load({{"test.toml", replace_all(text, "[table.", second)}}).value());
  const auto tool = [](const Tree&, const Command&) {
    return Patch{{{"app.py", "import yaml\nimport requests\n", "import yaml\n"}}};
  };
  const auto first_tried = [&](const char* run) {
    MemoryForge forge(project.log);
    MemoryWorkspace workspace(project.files, project.runs, tool);
    Engine engine({forge, workspace, project.store, project.clock}, both, project.config);
    return engine.heal({"/repo", "head", run}, project.options).value().attempts().front()->remedy.value;
  };
  EXPECT_EQ(first_tried("1"), "tool.fails") << "as the rule names them";
  EXPECT_EQ(first_tried("2"), "python.add-dependency") << "the other one failed";
}

TEST(Engine, ADeliveredRepairCanBeTakenBackOnce) {
  Project project;
  Case one = project.heal();
  ASSERT_TRUE(roll_back(one, *project.forge, project.store, project.clock, ""));
  ASSERT_EQ(project.forge->taken_back.size(), 1u);
  EXPECT_EQ(project.forge->taken_back[0].patch, one.outcome()->patch);
  EXPECT_EQ(project.store.load(one.id()).value()->outcome()->delivery, Delivery::taken_back);
  EXPECT_FALSE(roll_back(one, *project.forge, project.store, project.clock, ""));
}

TEST(Engine, WhatPeopleMadeOfAProposalIsRememberedOnce) {
  Project project;
  const Case one = project.heal();
  const auto delivery_after = [&](std::vector<Answer> answers) {
    EXPECT_TRUE(remember_answers(answers, project.store, project.clock));
    return project.store.load(one.id()).value()->outcome()->delivery;
  };
  EXPECT_EQ(delivery_after({{CaseId{"0000000000000000"}, false, ""}}), Delivery::done) << "of another case";
  EXPECT_EQ(delivery_after({{one.id(), true, ""}}), Delivery::merged);
  const std::size_t chapters = project.store.load(one.id()).value()->chapters().size();
  EXPECT_EQ(delivery_after({{one.id(), true, ""}}), Delivery::merged);
  EXPECT_EQ(project.store.load(one.id()).value()->chapters().size(), chapters) << "once";
  EXPECT_EQ(delivery_after({{one.id(), false, "introduced_bug"}}), Delivery::taken_back) << "reverted";
  EXPECT_EQ(project.store.load(one.id()).value()->outcome()->rejected, "introduced_bug");
  EXPECT_EQ(delivery_after({{one.id(), true, ""}}), Delivery::taken_back) << "is over";
}

TEST(Engine, AProofIsLookedAtAgainUntilSomethingDiffers) {
  Project project;
  const Case one = project.heal();
  auto seen = replay(one, *project.workspace, {}, Network::none).value();
  ASSERT_EQ(seen.size(), 3u) << "a file, before, after";
  EXPECT_TRUE(std::ranges::all_of(seen, &Recheck::holds));
  MemoryWorkspace other(MemoryTree({{"requirements.txt", {"django\n", false}}}), project.runs);
  seen = replay(one, other, {}, Network::none).value();
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_FALSE(seen[0].holds());
  EXPECT_EQ(other.rehearsals, 0u);
}

// A store that stops working after some chapters, as a killed process does.
class Dying final : public Through {
 public:
  Dying(Store& below, std::size_t lives) : Through(below), lives_(lives) {}
  Result<void> append(const CaseId& id, const Chapter& chapter) override {
    if (lives_-- == 0) return fail(ErrorKind::internal, "killed");
    return Through::append(id, chapter);
  }

 private:
  std::size_t lives_;
};

TEST(Engine, ACaseThatWasInterruptedAnywhereIsResumed) {
  Project whole;
  const auto chapters = whole.heal().chapters().size();
  ASSERT_GE(chapters, 6u);
  for (std::size_t lives = 0; lives < chapters; ++lives) {
    Project project;
    Dying dying(project.store, lives);
    ASSERT_FALSE(project.heal_in(dying)) << lives;
    const auto kept = project.store.load(case_id({"/repo", "head", "log"})).value();
    EXPECT_EQ(kept ? kept->chapters().size() : 0, lives);
    const auto one = project.heal();
    ASSERT_EQ(one.outcome()->decision, Decision::patched) << lives;
    EXPECT_EQ(one.outcome()->delivery, Delivery::done) << lives;
    EXPECT_EQ(one.attempts().size(), 1u) << lives << ": nothing was tried twice";
    EXPECT_EQ(project.forge->proposals.size(), 1u) << lives;
  }
}

}  // namespace
}  // namespace regreen
