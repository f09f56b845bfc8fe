#include "unit/read/logs.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using Texts = std::vector<std::string>;

const std::string erase = "\r\x1b[0K";

std::string travis_command(const std::string& command, const std::string& output, int exit_code) {
  return "travis_time:start:0a" + erase + "$ " + command + "\r\n" + output + "travis_time:end:0a:start=1" + erase +
         "\x1b[31;1mThe command \"" + command + "\" exited with " + std::to_string(exit_code) + ".\x1b[0m\r\n";
}

TEST(Travis, FindsTheFailedCommand) {
  const Evidence evidence =
      read_log("travis_fold:start:install" + erase + "$ pip install error: not this\r\nok\r\ntravis_fold:end:install" +
               erase + "\r\n" + travis_command("make lint", "ok\r\n", 0) +
               travis_command("make test", "error: no\r\n", 2) + "\r\nDone. Your build exited with 1.\r\n");
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "make test").exit_code, 2);
  EXPECT_EQ(step_named(evidence, "make test").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "make lint").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "install").conclusion, Conclusion::success);
  EXPECT_EQ(signal_texts(evidence), Texts{"error: no"});
  EXPECT_EQ(evidence.steps[evidence.signals[0].step].name, "make test");
}

TEST(Travis, LetsRulesSeeWhichCommandFailed) {
  const Evidence evidence = read_log(travis_command("error: lint", "no\r\n", 2));
  EXPECT_EQ(signal_texts(evidence), Texts{"The command \"error: lint\" exited with 2."});
}

TEST(Travis, LetsRulesSeeThatACommandIsTriedAgain) {
  const auto evidence = read_log("The command \"error: lint\" failed. Retrying, 2 of 3.\n");
  EXPECT_EQ(signal_texts(evidence), Texts{"The command \"error: lint\" failed. Retrying, 2 of 3."});
}

TEST(Travis, ReadsTheEndOfACommandOfSeveralLines) {
  const Evidence evidence =
      read_log("travis_time:start:0a" + erase +
               "$ for i in a b; do\nThe command \"for i in a b; do\n  error: echoed\ndone\" exited with 3.\n");
  EXPECT_EQ(evidence.steps.back().exit_code, 3);
  EXPECT_TRUE(evidence.signals.empty());
}

TEST(Travis, BlamesTheLastStepThatWasNotCleanUp) {
  const Evidence evidence =
      read_log("travis_fold:start:install" + erase + "$ make\nerror: no\ntravis_fold:start:cache.2" + erase +
               "store\nYour build has been stopped.\n");
  EXPECT_EQ(step_named(evidence, "install").conclusion, Conclusion::failure);
}

TEST(Travis, KnowsAGreenBuild) {
  EXPECT_EQ(read_log(travis_command("make", "warning: old\n", 0) + "Done. Your build exited with 0.\n").conclusion,
            Conclusion::success);
}

TEST(Travis, KnowsWorkersOnMacOs) {
  const Evidence evidence = read_log(
      "travis_time:start:0a\r\n\x1b[0K$ make\r\nerror: no\r\nnltravis_time:end:0a\r\nnlThe command \"make\" exited "
      "with 65.\r\nnl\r\nnlDone. Your build exited with 1.\r\n");
  EXPECT_EQ(step_named(evidence, "make").exit_code, 65);
}

TEST(GitLab, FindsTheFailedSection) {
  const auto section = [](const std::string& name, const std::string& body) {
    return "section_start:1560896352:" + name + erase + "Header\n" + body + "section_end:1560896353:" + name + erase +
           "\n";
  };
  const Evidence evidence =
      read_log("Running with gitlab-runner 16.0\n" + section("get_sources", "ok\n") +
               section("step_script", "\x1b[32;1m$ make error: echoed\x1b[0;m\n" + section("mine", "error: no\n")) +
               section("after_script", "bye\n") + "ERROR: Job failed: exit code 2\n");
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "step_script").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "step_script").exit_code, 2);
  EXPECT_EQ(step_named(evidence, "get_sources").conclusion, Conclusion::success);
  EXPECT_EQ(signal_texts(evidence), Texts{"error: no"});
}

TEST(GitLab, KnowsAGreenJob) {
  EXPECT_EQ(read_log("Running with gitlab-runner 16.0\nwarning: old\nJob succeeded\n").conclusion, Conclusion::success);
  EXPECT_EQ(read_log("Job succeeded\n").conclusion, Conclusion::unknown);
}

TEST(Jenkins, FindsTheFailedStage) {
  const Evidence evidence = read_log(
      "Started by user x\n[Pipeline] stage\n[Pipeline] { (Build)\n[Pipeline] sh\n+ make error: echoed\nok\n[Pipeline] "
      "}\n"
      "[Pipeline] // stage\n[Pipeline] stage\n[Pipeline] { (Test)\n+ make test\nerror: no\n[Pipeline] }\n[Pipeline] // "
      "stage\n"
      "[Pipeline] stage\n[Pipeline] { (Deploy)\nStage \"Deploy\" skipped due to earlier failure(s)\n[Pipeline] }\n"
      "[Pipeline] stage\n[Pipeline] { (Declarative: Post Actions)\nmail\n[Pipeline] }\nERROR: script returned exit "
      "code 2\nFinished: FAILURE\n");
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Test").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Test").exit_code, 2);
  EXPECT_EQ(signal_texts(evidence), Texts{"error: no"});
}

TEST(Jenkins, KnowsHowAJobFinished) {
  EXPECT_EQ(read_log("Started by user x\nok\nFinished: SUCCESS\n").conclusion, Conclusion::success);
  EXPECT_EQ(read_log("Started by user x\nok\nFinished: UNSTABLE\n").conclusion, Conclusion::failure);
  EXPECT_EQ(read_log("Finished: SUCCESSFULLY\n").conclusion, Conclusion::unknown);
}

TEST(Buildkite, FindsTheFailedGroup) {
  const Evidence evidence = read_log(
      "~~~ Preparing working directory\nok\n--- :npm: Install\nok\n+++ :test_tube: Test\n--- FAIL: TestCart (0.1s)\n"
      "--- a/cart.go\nerror: no\n\xF0\x9F\x9A\xA8 Error: The command exited with status 2\n");
  EXPECT_EQ(evidence.steps.size(), 3u);
  EXPECT_EQ(step_named(evidence, ":test_tube: Test").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, ":test_tube: Test").exit_code, 2);
  EXPECT_EQ(step_named(evidence, ":npm: Install").conclusion, Conclusion::success);
}

TEST(Buildkite, IsNotMistakenForADiff) { EXPECT_EQ(read_log("--- old\n+++ new\nerror: no\n").steps.size(), 1u); }

TEST(BuildKit, LastWordsOfAStepLoseTheirSeconds) {
  const Evidence evidence = read_log(
      "0.5 error: a\n------\n > [2/3] RUN make all:\n7.986 make all\n8.4 error: b\n9.123   error: c\n10. error: d\n"
      "error: e\n------\n8.4 error: f\nDockerfile:3\n");
  EXPECT_EQ(signal_texts(evidence), (std::vector<std::string>{"0.5 error: a", "error: b", "  error: c", "10. error: d",
                                                              "error: e", "8.4 error: f"}));
}

TEST(PackageScript, WhatAnInstalledPackagePrintedIsTheProgramsOwn) {
  const Evidence evidence = read_log(
      "npm error error: a\nnpm error command sh -c make\nnpm error error: b\nnpm error\nnpm error   error: c\n"
      "npm error A complete log of this run can be found in: error: d\nnpm error error: e\n"
      "➤ YN0000: │ till@npm:1.0.0 STDERR error: f\n");
  EXPECT_EQ(signal_texts(evidence),
            (std::vector<std::string>{"npm error error: a", "error: b", "  error: c",
                                      "npm error A complete log of this run can be found in: error: d",
                                      "npm error error: e", "error: f"}));
}

TEST(CircleCi, OutputOfItsApiIsUnwrapped) {
  const std::string output =
      R"([{"message":"make test\r\nerror: no \"message\": x\r\n","time":"2026-01-02T03:04:05Z","type":"out"},
 {"message":"","type":"out"},{"message":"Exited with code exit status 2\n","time":"2026-01-02T03:04:06Z","type":"err"}])";
  const Evidence evidence = read_log(output);
  EXPECT_EQ(signal_texts(evidence), (std::vector<std::string>{"error: no \"message\": x"}));
  EXPECT_EQ(evidence.signals[0].place.line, 2u);
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(read_log(output.substr(0, output.size() / 2)).signals.size(), 1u);
  EXPECT_EQ(read_log("[{1: error: no}]\n").lines, 1u);
}

TEST(Azure, StepsErrorsAndCommands) {
  const Evidence evidence = read_log(
      "2026-01-02T03:04:05.1234567Z ##[section]Starting: Install\n2026-01-02T03:04:05.1234567Z ##[section]Finishing: "
      "Install\n"
      "2026-01-02T03:04:05.1234567Z ##[section]Starting: Test\n2026-01-02T03:04:05.1234567Z "
      "##vso[task.setvariable]error: a\n"
      "2026-01-02T03:04:05.1234567Z error: b\n2026-01-02T03:04:05.1234567Z ##[error]Bash exited with code '3'.\n"
      "2026-01-02T03:04:05.1234567Z ##[section]Finishing: Test\n");
  EXPECT_EQ(signal_texts(evidence), (std::vector<std::string>{"error: b"}));
  EXPECT_EQ(step_named(evidence, "Install").conclusion, Conclusion::success);
  EXPECT_EQ(step_named(evidence, "Test").conclusion, Conclusion::failure);
  EXPECT_EQ(step_named(evidence, "Test").exit_code, 3);
}

TEST(CircleCi, ReadsTheExitCode) {
  const Evidence evidence = read_log("#!/bin/bash -eo pipefail\nmake\nerror: no\n\nExited with code exit status 2\n");
  EXPECT_EQ(evidence.conclusion, Conclusion::failure);
  EXPECT_EQ(evidence.steps[0].exit_code, 2);
}

TEST(Shell, EchoedCommandsAreNeverEvidence) {
  const Evidence evidence = read_log(
      "$ grep error: log\n+ grep error: log\n++ grep error: log\n> shop@1.0.0 test\n> grep error: log\n\n"
      "py311: commands[0]> grep error: log\n> error: from gradle\n+++ error: from a diff\n");
  EXPECT_EQ(signal_texts(evidence), (Texts{"> error: from gradle", "+++ error: from a diff"}));
}

}  // namespace
}  // namespace regreen
