#include "opened.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>

namespace regreen {
namespace {

// Commands that try to outlive, outgrow or kill what runs them.
class Hostile : public WithWorkspace {
 protected:
  // Did any process of this name survive? Each test uses a name of its own, as an argument of sleep.
  static bool lives(const std::string& mark) {
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
      std::ifstream file(process.path() / "cmdline");
      std::string line;
      std::getline(file, line);  // nothing of a process that has just ended
      if (line.starts_with("sleep") && line.find(mark) != std::string::npos) return true;
    }
    return false;
  }

  Limits limits_of(double time_s) {
    Limits limits;
    limits.time_s = time_s;
    return limits;
  }
};
INSTANTIATE_TEST_SUITE_P(Each, Hostile, testing::Values(Way::overlay, Way::unsafe), testing::PrintToStringParamName());

TEST_P(Hostile, hanging_is_ended) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = rehearse("echo started; sleep 7101", {}, limits_of(0.5));
  EXPECT_EQ(result.end, Rehearsal::End::timed_out);
  EXPECT_EQ(result.output, "started\n");
  EXPECT_LT(result.seconds, 3);
  EXPECT_FALSE(result.passed());
  EXPECT_FALSE(lives("7101"));
}

TEST_P(Hostile, ignoring_signals_does_not_help) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = rehearse("trap '' TERM INT HUP QUIT; while :; do sleep 7102; done", {}, limits_of(0.5));
  EXPECT_EQ(result.end, Rehearsal::End::timed_out);
  EXPECT_FALSE(lives("7102"));
}

TEST_P(Hostile, what_is_left_in_the_background_ends_with_the_command) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const auto result = rehearse(
      "sleep 7103 & (setsid sleep 7103 >/dev/null 2>&1 &); "
      "setsid bash -c 'setsid sleep 7103 & disown; exit' ; exit 5");
  EXPECT_EQ(result.end, Rehearsal::End::exited);
  EXPECT_EQ(result.exit, 5);
  EXPECT_LT(result.seconds, 3);
  EXPECT_FALSE(lives("7103"));
}

TEST_P(Hostile, closing_its_streams_does_not_hide_it) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  EXPECT_EQ(rehearse("exec >&- 2>&- <&-; sleep 7104", {}, limits_of(0.5)).end, Rehearsal::End::timed_out);
  EXPECT_EQ(rehearse("exec >&- 2>&- <&-; exit 6").exit, 6);
  EXPECT_FALSE(lives("7104"));
}

TEST_P(Hostile, killing_its_parent_kills_itself_alone) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  if (!in_sandbox()) GTEST_SKIP() << "without a sandbox the parent is ours";
  EXPECT_EQ(rehearse("kill -9 $PPID; echo alive").output, "alive\n");
  EXPECT_EQ(rehearse("kill -9 1; echo alive").output, "alive\n");
  const auto result = rehearse("sleep 7105 & bash -c 'kill -9 -1'; echo unheard");
  EXPECT_EQ(result.end, Rehearsal::End::exited);
  EXPECT_FALSE(result.passed());
  EXPECT_FALSE(lives("7105"));
}

TEST_P(Hostile, a_fork_bomb_is_ended) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits = limits_of(60);
  limits.processes = 40;
  const auto result = rehearse("for i in $(seq 200); do sleep 7106 & done; wait", {}, limits);
  EXPECT_EQ(result.end, Rehearsal::End::processes);
  EXPECT_FALSE(lives("7106"));
}

TEST_P(Hostile, using_too_much_memory_is_ended) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits = limits_of(60);
  limits.memory_mb = 100;
  const auto result = rehearse("exec python3 -c \"import time; x = b'x' * (300 << 20); time.sleep(7107)\"", {}, limits);
  EXPECT_EQ(result.end, Rehearsal::End::memory);
}

TEST_P(Hostile, memory_that_processes_share_counts_once) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits = limits_of(60);
  limits.memory_mb = 150;
  const auto result = rehearse(
      "exec python3 -c \"import os, time\nx = b'x' * (60 << 20)\nfor _ in range(6):\n"
      "  if os.fork() == 0:\n    time.sleep(0.4)\n    os._exit(0)\nfor _ in range(6): os.wait()\"",
      {}, limits);
  EXPECT_EQ(result.end, Rehearsal::End::exited);
  EXPECT_EQ(result.exit, 0) << result.output;
}

TEST_P(Hostile, endless_output_is_ended_and_its_beginning_and_end_are_kept) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits = limits_of(60);
  limits.output_kb = 64;
  const auto result = rehearse("echo first; yes", {}, limits);
  EXPECT_EQ(result.end, Rehearsal::End::output);
  EXPECT_TRUE(result.output.starts_with("first\n"));
  EXPECT_LT(result.output.size(), 70U << 10);
}

TEST_P(Hostile, long_output_keeps_its_beginning_and_end) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits;
  limits.output_kb = 8;
  const auto result = rehearse("echo first; seq 100000; echo last", {}, limits);
  EXPECT_EQ(result.end, Rehearsal::End::exited);
  EXPECT_TRUE(result.output.starts_with("first\n1\n2\n"));
  EXPECT_TRUE(result.output.ends_with("100000\nlast\n"));
  EXPECT_NE(result.output.find(" bytes left out "), std::string::npos);
}

TEST_P(Hostile, a_full_disk_ends_it) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  if (!in_sandbox()) GTEST_SKIP() << "without a sandbox only the size of a file is limited";
  Limits limits = limits_of(60);
  limits.disk_mb = 16;
  for (const char* place : {".", "/tmp", "~", "/dev/shm", "/var/tmp"}) {
    const auto result = rehearse(std::string("cd ") + place +
                                     "; for i in 1 2 3 4; do head -c 8M /dev/zero > x$i; done; "
                                     "sleep 7108",
                                 {}, limits);
    EXPECT_EQ(result.end, Rehearsal::End::disk) << place << result.output;
  }
  EXPECT_FALSE(lives("7108"));
}

TEST_P(Hostile, one_file_that_is_too_large_ends_it) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  Limits limits;
  limits.disk_mb = 16;
  EXPECT_FALSE(rehearse("exec head -c 40M /dev/zero > big", {}, limits).passed());
}

TEST_P(Hostile, nothing_is_left_of_it) {
  const ScratchRepository repository;
  const std::string mounts = read_text("/proc/self/mounts");
  const auto before = ScratchRepository::snapshot(repository.path());
  {
    if (!open(repository)) GTEST_SKIP() << skipped_;
    rehearse("mkdir -p deep/er; chmod 0 deep; touch ~/x /tmp/x; sleep 7109 &");
    EXPECT_FALSE(lives("7109"));
    workspace_.reset();
  }
  EXPECT_EQ(read_text("/proc/self/mounts"), mounts);
  EXPECT_EQ(ScratchRepository::snapshot(repository.path()), before);
  EXPECT_EQ(ScratchRepository::snapshot(repository.state()).size(), 2U) << "copies and copies/lock";
}

TEST_P(Hostile, it_dies_with_us) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  if (!in_sandbox()) GTEST_SKIP() << "without a sandbox the shell alone dies with us";
  workspace_.reset();
  const pid_t child = fork();
  if (child == 0) {
    const auto own = open_workspace(repository.path(), settings_for(repository, GetParam()));
    std::ignore = (*own)->rehearse({}, {"sleep 7110 & sleep 7110", {}, Network::none});
    _exit(0);
  }
  for (int i = 0; i < 200 && !lives("7110"); ++i) usleep(20'000);
  EXPECT_TRUE(lives("7110"));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  for (int i = 0; i < 100 && lives("7110"); ++i) usleep(20'000);
  EXPECT_FALSE(lives("7110"));
}

}  // namespace
}  // namespace regreen
