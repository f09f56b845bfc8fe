#include "opened.h"

#include <chrono>
#include <stop_token>
#include <thread>

namespace regreen {
namespace {

using namespace std::chrono_literals;

class Parallel : public WithWorkspace {};
INSTANTIATE_TEST_SUITE_P(Each, Parallel, testing::Values(Way::overlay, Way::copies));

TEST_P(Parallel, rehearsals_do_not_notice_each_other) {
  const ScratchRepository repository({{"a.txt", "one\n"}});
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "the thread sanitizer takes a stage's process, which it saw no fork of, for a thread of ours";
#endif
  if (!open(repository)) GTEST_SKIP() << skipped_;
  ASSERT_TRUE(workspace_->is_private({"true", {}, Network::none}));
  EXPECT_FALSE(workspace_->is_private({"true", {}, Network::allowed})) << "they would meet at its ports";
  // Each sees its own patch and commit, its own processes, its own port and its own temporary folder.
  const std::string line =
      "echo x >>/tmp/mark; sleep 0.3; python3 -c 'import socket, time; s = socket.socket(); s.bind((\"127.0.0.1\", "
      "4711)); "
      "time.sleep(0.3)' && cat a.txt /tmp/mark && git show HEAD:a.txt && test $(ls /proc | grep -c '^[0-9]') -lt 7 "
      "&& echo few";
  std::array<Rehearsal, 6> ran;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < ran.size(); ++i) {
    threads.emplace_back([&, i] {
      Patch patch;
      patch.put({"a.txt", "one\n", "patch " + std::to_string(i) + "\n"});
      const auto urgency = i == 0 ? Urgency::now : Urgency::spare;
      ran[i] = workspace_->rehearse(patch, {line, {}, Network::none, urgency}, {}).value_or(Rehearsal{});
    });
  }
  for (auto& thread : threads) thread.join();
  for (std::size_t i = 0; i < ran.size(); ++i) {
    const std::string own = "patch " + std::to_string(i) + "\n";
    EXPECT_EQ(ran[i].output, own + "x\n" + own + "few\n");
  }
}

TEST_P(Parallel, a_stop_ends_it_at_once) {
  const ScratchRepository repository({{"a.txt", "one\n"}});
  if (!open(repository)) GTEST_SKIP() << skipped_;
  std::stop_source stop;
  const auto start = std::chrono::steady_clock::now();
  std::thread stops([&] {
    std::this_thread::sleep_for(200ms);
    stop.request_stop();
  });
  const auto ran = workspace_->rehearse({}, {"sleep 60 & sleep 60", {}, Network::none}, stop.get_token());
  stops.join();
  ASSERT_TRUE(ran);
  EXPECT_EQ(ran->end, Rehearsal::End::stopped);
  EXPECT_FALSE(ran->passed());
  EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);
  EXPECT_EQ(workspace_->rehearse({}, {"true", {}, Network::none}, stop.get_token())->end, Rehearsal::End::stopped);
  EXPECT_TRUE(workspace_->rehearse({}, {"true", {}, Network::none}, {})->passed());
}

TEST_P(Parallel, spare_ones_are_nice) {
  const ScratchRepository repository;
  if (!open(repository)) GTEST_SKIP() << skipped_;
  const int own = std::atoi(rehearse("nice").output.c_str());
  const auto spare = workspace_->rehearse({}, {"nice", {}, Network::none, Urgency::spare}, {});
  EXPECT_EQ(std::atoi(spare->output.c_str()), std::min(own + 10, 19));
}

}  // namespace
}  // namespace regreen
