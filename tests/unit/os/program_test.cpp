#include "os/program.h"

#include "base/text.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Program shell(const std::string& line) {
  Program program;
  program.arguments = {"/bin/sh", "-c", line};
  program.environment = {"PATH=/usr/bin:/bin"};
  return program;
}

TEST(Program, gives_both_streams_and_the_exit) {
  const auto ended = run(shell("echo out; echo err >&2; exit 3"));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output, "out\n");
  EXPECT_EQ(ended->errors, "err\n");
  EXPECT_EQ(ended->exit, 3);
  EXPECT_FALSE(ended->passed());
}

TEST(Program, gets_its_arguments_as_they_are) {
  Program program;
  program.arguments = {"printf", "%s|", "a b", "$HOME", "*", "; rm x", ""};
  EXPECT_EQ(run(program)->output, "a b|$HOME|*|; rm x||");
}

TEST(Program, gets_the_environment_folder_and_input_that_it_is_given) {
  const ScratchFolder folder;
  auto program = shell("pwd; cat; env | grep -v -e ^PWD= -e ^_= -e ^OLDPWD= -e ^SHLVL= | sort");
  program.folder = folder.path();
  program.input = "input\n";
  program.environment.push_back("A=b");
  EXPECT_EQ(run(program)->output, folder.path() + "\ninput\nA=b\nPATH=/usr/bin:/bin\n");
}

TEST(Program, may_leave_its_input_unread) {
  auto program = shell("exit 0");
  program.input = std::string(1 << 20, 'x');
  EXPECT_TRUE(run(program)->passed());
}

TEST(Program, may_print_much_while_it_reads_much) {
  auto program = shell("cat");
  program.input = std::string(8 << 20, 'x');
  EXPECT_EQ(run(program)->output, program.input);
}

TEST(Program, is_killed_with_its_group_when_the_time_is_up) {
  auto program = shell("sleep 7001 & sleep 7001");
  program.time_s = 0.2;
  const auto ended = run(program);
  EXPECT_TRUE(ended->timed_out);
  EXPECT_LT(ended->seconds, 2);
}

TEST(Program, does_not_leave_its_group_behind) {
  const auto ended = run(shell("sleep 7002 & exit 0"));
  EXPECT_TRUE(ended->passed());
  EXPECT_LT(ended->seconds, 2);
}

TEST(Program, tells_the_signal_that_ended_it) { EXPECT_EQ(run(shell("kill -KILL $$"))->exit, 137); }

TEST(Program, output_is_bounded) {
  auto program = shell("seq 100000");
  program.output_bytes = 1000;
  const auto ended = run(program);
  EXPECT_TRUE(ended->clipped);
  EXPECT_LT(ended->output.size(), 1100U);
  EXPECT_TRUE(ended->output.starts_with("1\n2\n"));
  EXPECT_TRUE(ended->output.ends_with("100000\n"));
}

TEST(Program, that_does_not_exist_is_not_found) {
  Program program;
  program.arguments = {"no-such-program"};
  EXPECT_EQ(run(program).error().message, "no-such-program is not installed");
  program.arguments = {"/nowhere/program"};
  EXPECT_EQ(run(program).error().kind, ErrorKind::not_found);
}

TEST(FindProgram, ignores_relative_folders) {
  const ScratchFolder folder;
  write_text(folder / "x", "#!/bin/sh\n");
  std::filesystem::permissions(folder / "x", std::filesystem::perms(0755));
  EXPECT_EQ(find_program("x", "::relative:/nowhere:" + folder.path()), folder / "x");
  EXPECT_EQ(find_program("x", ".:"), "");
}

}  // namespace
}  // namespace regreen
