#include "unit/read/logs.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using Lines = std::vector<std::string>;

const Lines set_up = {"Current runner version: '2.331.0'", "##[group]Operating System", "Ubuntu", "##[endgroup]",
                      "Complete job name: build"};
const Lines clean_up = {"Post job cleanup.", "[command]/usr/bin/git version", "error: not this one",
                        "Cleaning up orphan processes"};

TEST(GitHub, FindsTheFailedStepOfARawJobLog) {
  const Evidence evidence = read_log(
      github_log(all(set_up, run_step("npm ci", {"added 3 packages"}),
                     run_step("npm test", {"error: no", "##[error]Process completed with exit code 2."}), clean_up)));
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  const Step failed = step_named(evidence, "Run npm test");
  EXPECT_EQ(failed.conclusion, Conclusion::failure);
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_EQ(failed.job, "build");
  EXPECT_EQ(failed.first.line, 13u);
  EXPECT_EQ(failed.last.line, 20u);
  EXPECT_EQ(step_named(evidence, "Set up job").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Run npm ci").conclusion, Conclusion::success);
  EXPECT_EQ(signal_texts(evidence), Lines{"error: no"});
  EXPECT_EQ(evidence.signals[0].place.line, 19u);
  EXPECT_EQ(evidence.steps[evidence.signals[0].step].name, "Run npm test");
}

TEST(GitHub, KnowsAGreenJobByItsCompleteLog) {
  const auto lines = all(set_up, run_step("npm test", {"warning: old"}), clean_up);
  EXPECT_EQ(read_log(github_log(lines)).conclusion, Conclusion::success);
  EXPECT_EQ(read_log(github_log(Lines(lines.begin(), lines.end() - 4))).conclusion, Conclusion::unknown);
}

TEST(GitHub, TakesJobsAndStepsFromTheColumnsOfGhRunView) {
  std::string log;
  const auto add = [&](const std::string& job, const std::string& step, const Lines& lines) {
    for (const auto& line : lines) log += job + "\t" + step + "\t" + stamped(1, line);
  };
  add("lint", "Set up job", set_up);
  add("lint", "Lint", run_step("make lint", {"ok"}));
  add("lint", "Complete job", {"Cleaning up orphan processes"});
  add("test", "Set up job", set_up);
  add("test", "Tests", run_step("make test", {"error: no", "##[error]Process completed with exit code 1."}));
  const Evidence evidence = read_log(log);
  EXPECT_EQ(evidence.steps.size(), 5u);
  EXPECT_EQ(step_named(evidence, "Lint").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Tests").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Tests").job, "test");
}

TEST(GitHub, TellsStepsByGroupsWhereGhDoesNotKnowThem) {
  std::string log;
  for (const auto& line :
       all(set_up, run_step("make", {"error: no", "##[error]Process completed with exit code 1."}))) {
    log += "build\tUNKNOWN STEP\t" + stamped(1, line);
  }
  const Evidence evidence = read_log(log);
  EXPECT_EQ(step_named(evidence, "Run make").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Run make").job, "build");
}

TEST(GitHub, NeverHandsEchoedCommandsToTheRules) {
  const Evidence evidence = read_log(
      github_log(all(run_step("echo error: in the title", {"[command]/bin/echo error: a", "##[command]echo error: b",
                                                           "+ echo error: c", "##[debug]error: d", "real error: e"}))));
  EXPECT_EQ(signal_texts(evidence), Lines{"real error: e"});
}

TEST(GitHub, NeverHandsPostJobNoiseToTheRules) {
  const auto lines = all(set_up, run_step("make", {"ok"}), clean_up);
  EXPECT_TRUE(read_log(github_log(lines)).signals.empty());
}

TEST(GitHub, AGroupOfAProgramThatIsCalledRunIsNoHeader) {
  const Evidence evidence =
      read_log(github_log(all(run_step("make", {"##[group]Run unit tests", "error: seen", "##[endgroup]"}))));
  EXPECT_EQ(signal_texts(evidence), Lines{"error: seen"});
  EXPECT_EQ(evidence.steps.size(), 1u);
}

TEST(GitHub, AHeaderWhoseEndIsLostHidesNothingForEver) {
  Lines lines = {"##[group]Run make", "\x1b[36;1mmake\x1b[0m"};
  for (int i = 0; i < 6000; ++i) lines.push_back("compiling");
  lines.push_back("error: seen");
  EXPECT_EQ(signal_texts(read_log(github_log(lines))), Lines{"error: seen"});
}

TEST(GitHub, AnnotationsAreEvidenceAndProveFailure) {
  const Evidence evidence = read_log(github_log(all(run_step("make", {"##[error]error: in an annotation"}))));
  EXPECT_EQ(signal_texts(evidence), Lines{"error: in an annotation"});
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
}

TEST(GitHub, ALogOfFailedStepsMayBeginAmidAHeader) {
  std::string log;
  for (const auto& line :
       Lines{"\x1b[36;1mecho error: no\x1b[0m", "shell: /usr/bin/bash -e {0}", "env:", "  A: error: no", "##[endgroup]",
             "error: yes", "##[error]Process completed with exit code 1."}) {
    log += "build\tTests\t" + stamped(1, line);
  }
  EXPECT_EQ(signal_texts(read_log(log)), Lines{"error: yes"});
}

TEST(GitHub, AStepThatBeginsWithAnEmptyLineHasNoHeader) {
  EXPECT_EQ(signal_texts(read_log("a\tb\t" + stamped(1, "") + "a\tb\t" + stamped(2, "error: no"))), Lines{"error: no"});
}

TEST(GitHub, AnAdvisoryStepDoesNotFailTheJob) {
  const auto lines =
      all(set_up,
          run_step("links", {"error: dead link", "##[warning]Process completed with exit code 1 (continue-on-error)"}),
          run_step("make", {"ok"}), clean_up);
  const Evidence evidence = read_log(github_log(lines));
  EXPECT_EQ(evidence.conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Run links").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Run links").exit_code, 1);
}

TEST(GitHub, AStepMayFailInAJobThatSavedItsCache) {
  // setup-node and cache save only after success: post-if: success().
  const auto failed =
      all(set_up, run_step("links", {"##[error]Process completed with exit code 1."}), run_step("make", {"ok"}));
  const Evidence saved =
      read_log(github_log(all(failed, Lines{"Post job cleanup.", "Cache saved with key: linux-1"}, clean_up)));
  EXPECT_EQ(saved.conclusion, Conclusion::success);
  const Evidence not_saved = read_log(github_log(all(failed, clean_up)));
  EXPECT_EQ(not_saved.conclusion, Conclusion::failure);
}

TEST(GitHub, ALaterSuccessDoesNotUndoAnExitCode) {
  const Evidence evidence =
      read_log(github_log(all(set_up, run_step("make", {"##[error]Process completed with exit code 1."}),
                              run_step("report", {"3 passed"}), clean_up)));
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Run report").conclusion, Conclusion::success);
}

TEST(GitHub, AnErrorBeforeAnotherStepsExitCodeIsNotToBlame) {
  const Evidence evidence =
      read_log(github_log(all(run_step("lint", {"##[error]error: a complaint"}),
                              run_step("make", {"##[error]Process completed with exit code 1."}))));
  EXPECT_EQ(step_named(evidence, "Run lint").conclusion, Conclusion::unknown);
  EXPECT_EQ(step_named(evidence, "Run make").conclusion, Conclusion::failure);
}

TEST(GitHub, ACancelledStepFailed) {
  const Evidence evidence = read_log(github_log(all(run_step("make", {"##[error]The operation was canceled."}))));
  EXPECT_EQ(step_named(evidence, "Run make").conclusion, Conclusion::failure);
}

TEST(GitHub, ReadsExitCodesOfWindowsAndOfTheWebPage) {
  EXPECT_EQ(read_log("make\nError: Process completed with exit code 2.\n").steps[0].exit_code, 2);
  EXPECT_EQ(read_log("##[error]Process completed with exit code 3221225477.\n").conclusion, Conclusion::failure);
  EXPECT_EQ(read_log("##[error]Process completed with exit code 99999999999999.\n").conclusion, Conclusion::failure);
}

TEST(GitHub, KnowsAzurePipelines) {
  const Evidence evidence = read_log(
      github_log({"##[section]Starting: Restore", "ok", "##[section]Finishing: Restore", "##[section]Starting: Build",
                  "error: no", "##[error]Bash exited with code '1'.", "##[section]Finishing: Build"}));
  EXPECT_EQ(step_named(evidence, "Restore").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Build").exit_code, 1);
  EXPECT_EQ(step_named(evidence, "Build").conclusion, Conclusion::failure);
}

TEST(GitHub, GroupsThatNeverCloseCostLinearTime) {
  std::string log;
  for (int i = 0; i < 100'000; ++i) log += "##[group]Run make\nwith:\n";
  log += "##[group]Run make\nwith:\n##[endgroup]\nerror: seen\n";
  const Evidence evidence = read_log(log);
  EXPECT_EQ(signal_texts(evidence), Lines{"error: seen"});
  EXPECT_LE(evidence.steps.size(), 5000u);
}

}  // namespace
}  // namespace regreen
