#include "policy/next_move.h"

#include "unit/policy/forge_world.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace regreen {
namespace {

// Every situation there is: 9 states x 4 attempts x 64 x 5 proposals x 7 ends.
void in_every_situation(const std::function<void(const Situation&)>& check) {
  for (int state = 0; state < 9; ++state)
    for (std::uint64_t attempt = 1; attempt <= 4; ++attempt)
      for (unsigned flags = 0; flags < 64; ++flags)
        for (int proposal = 0; proposal < 5; ++proposal)
          for (int decision = -1; decision < 6; ++decision) {
            Situation now;
            now.run = static_cast<RunState>(state);
            now.attempt = attempt;
            now.is_old = flags & 1;
            now.is_of_fork = flags & 2;
            now.is_superseded = flags & 4;
            now.is_ours = flags & 8;
            now.fails_alike = flags & 16;
            now.base_fails_alike = flags & 32;
            now.proposal = static_cast<ProposalState>(proposal);
            if (decision >= 0) now.decision = static_cast<Decision>(decision);
            check(now);
          }
}

bool has_failed(const Situation& now) {
  return now.run == RunState::failure || now.run == RunState::timed_out || now.run == RunState::startup_failure;
}

TEST(NextMove, ForksAreOnlyLookedAt) {
  in_every_situation([](const Situation& now) {
    const Move move = next_move(now).move;
    if (!now.is_of_fork || now.is_ours) return;
    ASSERT_TRUE(move == Move::wait || move == Move::leave || move == Move::tell);
  });
}

TEST(NextMove, CodeIsProposedForANewFailureOfTheNewestCommitAlone) {
  in_every_situation([](const Situation& now) {
    if (next_move(now).move != Move::propose) return;
    ASSERT_TRUE(has_failed(now) && now.decision == Decision::patched);
    ASSERT_TRUE(!now.is_of_fork && !now.is_superseded && !now.is_ours && !now.base_fails_alike &&
                now.proposal == ProposalState::none);
  });
}

TEST(NextMove, OurOwnCommitsAreNeverHealed) {
  in_every_situation([](const Situation& now) {
    const Move move = next_move(now).move;
    ASSERT_FALSE(now.is_ours && (move == Move::heal || move == Move::propose || move == Move::rerun));
    ASSERT_FALSE(!now.is_ours && (move == Move::confirm || move == Move::withdraw));
  });
}

TEST(NextMove, JobsRunAgainTwiceAtTheMost) {
  in_every_situation([](const Situation& now) {
    if (next_move(now).move != Move::rerun) return;
    ASSERT_TRUE(now.decision == Decision::retry && now.attempt < 3 && !now.is_old && !now.is_of_fork &&
                has_failed(now));
  });
}

TEST(NextMove, WhatDidNotFailIsLeftAlone) {
  in_every_situation([](const Situation& now) {
    const Move move = next_move(now).move;
    if (has_failed(now)) return;
    ASSERT_TRUE(move == Move::wait || move == Move::leave || (move == Move::confirm && now.run == RunState::success));
  });
}

TEST(NextMove, EveryRuleDecidesSomewhereAndHasANameOfItsOwn) {
  std::map<std::string_view, std::size_t> decided;
  in_every_situation([&](const Situation& now) { ++decided[next_move(now).rule]; });
  EXPECT_EQ(decided.size(), courses().size());
}

TEST(NextMove, WhoeverAsksForADeliveryIsToldTheSame) {
  Situation now;
  EXPECT_EQ(move_after(Decision::patched, now).move, Move::propose);
  EXPECT_EQ(move_after(Decision::retry, now).move, Move::rerun);
  EXPECT_EQ(move_after(Decision::refused, now).move, Move::tell);
  EXPECT_EQ(move_after(Decision::nothing, now).move, Move::leave);
  now.attempt = 3;
  EXPECT_EQ(move_after(Decision::retry, now).move, Move::tell);
}

// Events that come twice, late, out of order or never are among them.
TEST(NextMove, NoSequenceOfEventsLoopsOrRepeatsWhatPeopleSee) {
  constexpr std::size_t sequences = 1'000'000;
  std::size_t moves = 0;
  for (std::size_t seed = 0; seed < sequences; ++seed) {
    ForgeWorld world(seed);
    for (int i = 0; i < 30; ++i) world.happens();
    const auto& sums = world.sums();
    ASSERT_LE(sums.proposals_of_one_failure, 1u) << seed;
    ASSERT_LE(sums.reruns_of_one_run, 2u) << seed;
    ASSERT_LE(sums.moves_of_one_event, 3u) << seed;
    ASSERT_EQ(sums.confirmed_twice + sums.withdrawn_twice + sums.healed_ours + sums.wrote_for_fork +
                  sums.proposed_again_after_no,
              0u)
        << seed;
    moves += sums.moves;
  }
  EXPECT_GT(moves, sequences);  // the worlds were alive
}

}  // namespace
}  // namespace regreen
