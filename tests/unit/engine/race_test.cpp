#include "engine/race.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace regreen {
namespace {

using namespace std::chrono_literals;

Attempt attempt_of(std::size_t number, Verdict verdict) {
  Attempt attempt;
  attempt.candidate = number;
  attempt.verdict = verdict;
  return attempt;
}

// Runs that take some time, unless they are stopped, and what they come to.
struct Planned {
  std::chrono::milliseconds time;
  Verdict verdict;
};

struct Track {
  explicit Track(std::vector<Planned> all) : plan(std::move(all)) {}

  std::vector<std::size_t> answers(std::size_t lanes) {
    std::vector<std::size_t> order;
    Race race(lanes, [this] { return next(); });
    while (const auto answer = race.next()) {
      order.push_back((*answer)->candidate);
      if (helped(**answer)) break;
    }
    return order;
  }

  std::optional<Race::Run> next() {
    if (begun == plan.size()) return std::nullopt;
    return [this, number = begun++](Urgency urgency, const std::stop_token& stop) -> Result<Attempt> {
      most = std::max<int>(most, ++running);
      if (urgency == Urgency::now) ++urgent;
      for (auto left = plan[number].time; left > 0ms && !stop.stop_requested(); left -= 1ms)
        std::this_thread::sleep_for(1ms);
      --running;
      if (stop.stop_requested()) ++stopped;
      return attempt_of(number, stop.stop_requested() ? Verdict::worse : plan[number].verdict);
    };
  }

  std::vector<Planned> plan;
  std::size_t begun = 0;
  std::atomic<int> running = 0, most = 0, stopped = 0, urgent = 0;
};

using Order = std::vector<std::size_t>;
constexpr auto wrong = Verdict::unchanged, right = Verdict::fixed;

TEST(Race, AnswersInOrderWhoeverIsQuicker) {
  for (const std::size_t lanes : {1, 2, 4, 16}) {
    Track track({{30ms, wrong}, {1ms, wrong}, {20ms, wrong}, {1ms, wrong}, {5ms, wrong}});
    EXPECT_EQ(track.answers(lanes), (Order{0, 1, 2, 3, 4})) << lanes;
    EXPECT_LE(track.most, static_cast<int>(lanes));
  }
}

TEST(Race, TheFirstInOrderWinsNotTheQuickest) {
  for (const std::size_t lanes : {1, 2, 3, 8}) {
    Track track({{20ms, wrong}, {40ms, right}, {1ms, right}, {1ms, right}});
    EXPECT_EQ(track.answers(lanes), (Order{0, 1})) << lanes;
  }
}

TEST(Race, WhoIsBehindAWinnerIsStopped) {
  Track track({{1ms, wrong}, {30ms, right}, {10s, wrong}, {10s, wrong}});
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(track.answers(4), (Order{0, 1}));
  EXPECT_EQ(track.stopped, 2);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
}

TEST(Race, NobodyBeginsBehindAWinner) {
  Track track({{50ms, wrong}, {1ms, right}, {10s, wrong}, {10s, wrong}});
  EXPECT_EQ(track.answers(2), (Order{0, 1}));
  EXPECT_EQ(track.begun, 2u);
}

TEST(Race, OneLaneBeginsNobodyTooEarly) {
  Track track({{1ms, wrong}, {1ms, right}, {1ms, wrong}});
  EXPECT_EQ(track.answers(1), (Order{0, 1}));
  EXPECT_EQ(track.begun, 2u);
  EXPECT_EQ(track.urgent, 2);
}

TEST(Race, ALaneThatIsFreeIsUsed) {
  Track track({{200ms, wrong}, {10ms, wrong}, {10ms, wrong}, {10ms, wrong}});
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(track.answers(2).size(), 4u);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 225ms + 1s);
  EXPECT_EQ(track.urgent, 1) << "the others take what the foremost leaves";
}

TEST(Race, ARaceThatIsLeftStopsAll) {
  Track track({{10s, wrong}, {10s, wrong}});
  {
    Race race(2, [&] { return track.next(); });
    Track empty({});
    Race none(2, [&] { return empty.next(); });
    EXPECT_FALSE(none.next());
  }
  EXPECT_EQ(track.begun, 0u) << "nobody asked";
}

TEST(Race, TroubleIsAnAnswerInItsTurn) {
  int begun = 0;
  Race race(3, [&]() -> std::optional<Race::Run> {
    if (begun == 3) return std::nullopt;
    return [number = begun++](Urgency, const std::stop_token&) -> Result<Attempt> {
      if (number == 1) return fail(ErrorKind::unavailable, "no room");
      return attempt_of(static_cast<std::size_t>(number), Verdict::worse);
    };
  });
  EXPECT_TRUE((*race.next()).has_value());
  EXPECT_EQ((*race.next()).error().message, "no room");
}

}  // namespace
}  // namespace regreen
