#pragma once

#include "policy/next_move.h"

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

namespace regreen {

/// A forge with one branch, as far as the automaton can see it, and everything that can happen there: commits come, runs end in every
/// way and late, people close, merge, approve and run again, checks of a repair turn green or red, and events about any of it come
/// twice or never. Counts what was done that people see.
class ForgeWorld {
 public:
  explicit ForgeWorld(std::uint64_t seed) : random_(seed) { push(); }

  /// Lets one thing happen, or nothing, and tells of some run.
  void happens() {
    switch (pick(9)) {
      case 0: push(); break;
      case 1: end_run(); break;
      case 2: run_again_by_hand(); break;
      case 3: close(ProposalState::closed); break;
      case 4: close(ProposalState::merged); break;
      case 5: runs_[pick(runs_.size())].is_old = true; break;
      case 6: begin_run().is_of_fork = true; break;
      default: break;
    }
    deliver_event();
  }

  struct Sums {
    std::size_t proposals_of_one_failure = 0;  ///< most at the same time
    std::size_t reruns_of_one_run = 0;         ///< most, by us
    std::size_t moves_of_one_event = 0;        ///< most
    std::size_t confirmed_twice = 0, withdrawn_twice = 0, healed_ours = 0, wrote_for_fork = 0, proposed_again_after_no = 0;
    std::size_t moves = 0;
  };
  const Sums& sums() const { return sums_; }

 private:
  struct Run {
    std::size_t commit = 0;
    RunState state = RunState::running;
    std::uint64_t attempt = 1;
    bool is_old = false, is_of_fork = false;
    std::optional<std::size_t> repair;  ///< it built this proposal
    bool fails_alike = false;
    Decision would_end = Decision::unknown;
    std::size_t reruns_by_us = 0;
    std::size_t began = 0;
  };
  struct Proposal {
    ProposalState state = ProposalState::open;
    std::size_t ended = 0;
    bool was_confirmed = false, was_withdrawn = false;
  };

  std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  Run& begin_run() {
    Run& run = runs_.emplace_back();
    run.commit = newest_;
    run.would_end = static_cast<Decision>(pick(6));
    run.began = ++time_;
    return run;
  }
  void push() {
    ++newest_;
    begin_run();
  }
  void end_run() {
    Run& run = runs_[pick(runs_.size())];
    run.state = static_cast<RunState>(pick(9));
    run.fails_alike = run.repair && pick(2) == 0;
  }
  void run_again_by_hand() {
    Run& run = runs_[pick(runs_.size())];
    run.state = RunState::running;
    ++run.attempt;
  }
  void close(ProposalState how) {
    for (auto& one : proposals_) {
      if (one.state != ProposalState::open && one.state != ProposalState::confirmed) continue;
      one.state = how;
      one.ended = ++time_;
    }
  }

  ProposalState last_about(const Run& run) const {
    if (run.repair) return proposals_[*run.repair].state;
    if (proposals_.empty()) return ProposalState::none;
    const Proposal& last = proposals_.back();
    return last.state == ProposalState::merged && last.ended < run.began ? ProposalState::none : last.state;
  }

  Situation situation_of(const Run& run, std::optional<Decision> decision) const {
    Situation now;
    now.run = run.state;
    now.attempt = run.attempt;
    now.is_old = run.is_old;
    now.is_of_fork = run.is_of_fork;
    now.is_superseded = !run.repair && run.commit != newest_;
    now.is_ours = run.repair.has_value();
    now.fails_alike = run.fails_alike;
    now.proposal = last_about(run);
    now.decision = decision;
    return now;
  }

  // As the program does it: looks, moves, looks again, until nothing is left to do; sometimes it is killed between two moves, or
  // before it remembers one.
  void deliver_event() {
    const std::size_t about = pick(runs_.size());
    std::optional<Decision> decision;
    for (std::size_t moves = 0;; ++moves) {
      sums_.moves_of_one_event = std::max(sums_.moves_of_one_event, moves);
      const Move move = next_move(situation_of(runs_[about], decision)).move;
      if (move == Move::wait || move == Move::leave || moves > 10) return;
      ++sums_.moves;
      const bool ends = carry_out(move, about, decision);
      if (ends || pick(20) == 0) return;
    }
  }

  bool carry_out(Move move, std::size_t about, std::optional<Decision>& decision) {
    Run& run = runs_[about];
    if (run.is_of_fork && move != Move::tell) ++sums_.wrote_for_fork;
    if (run.repair && (move == Move::heal || move == Move::propose)) ++sums_.healed_ours;
    switch (move) {
      case Move::heal: decision = run.would_end; return false;
      case Move::propose: propose(); return false;
      case Move::rerun: return rerun(run);
      case Move::confirm: confirm(*run.repair); return false;
      case Move::withdraw: withdraw(*run.repair); return false;
      default: return true;  // told: an entry that is edited in place
    }
  }

  void propose() {
    const bool was_refused = !proposals_.empty() && proposals_.back().state == ProposalState::closed;
    if (was_refused) ++sums_.proposed_again_after_no;
    proposals_.push_back({});
    begin_run().repair = proposals_.size() - 1;
    const auto open = std::ranges::count_if(proposals_, [](const Proposal& one) {
      return one.state == ProposalState::open || one.state == ProposalState::confirmed;
    });
    sums_.proposals_of_one_failure = std::max(sums_.proposals_of_one_failure, static_cast<std::size_t>(open));
  }
  bool rerun(Run& run) {
    run.state = RunState::running;
    ++run.attempt;
    sums_.reruns_of_one_run = std::max(sums_.reruns_of_one_run, ++run.reruns_by_us);
    return false;
  }
  void confirm(std::size_t number) {
    if (std::exchange(proposals_[number].was_confirmed, true)) ++sums_.confirmed_twice;
    proposals_[number].state = ProposalState::confirmed;
  }
  void withdraw(std::size_t number) {
    if (std::exchange(proposals_[number].was_withdrawn, true)) ++sums_.withdrawn_twice;
    proposals_[number].state = ProposalState::closed;
    proposals_[number].ended = ++time_;
  }

  std::mt19937_64 random_;
  std::vector<Run> runs_;
  std::vector<Proposal> proposals_;
  std::size_t newest_ = 0, time_ = 0;
  Sums sums_;
};

}  // namespace regreen
