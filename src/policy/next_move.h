#pragma once

#include "model/situation.h"

#include <optional>
#include <span>
#include <string_view>

namespace regreen {

/// A move, and by which rule.
struct Course {
  Move move = Move::leave;
  std::string_view rule;
  std::string_view reason;  ///< one sentence for a human
};

/// The automaton for the work that nobody watches: one situation, one move, whoever asks and however often. It keeps nothing: what was done
/// before shows in the situation, so a lost, doubled or late event, and a process killed after a move, change nothing.
/// Every chain of moves ends without anything happening outside (tests/unit/policy/next_move_test.cpp explores all of it).
Course next_move(const Situation& now);

/// The move that carries out how healing ended.
Course move_after(Decision decision, const Situation& now);

/// The course of a rule's name; nothing where there is none.
std::optional<Course> course_named(std::string_view rule);

/// Every rule, in the order in which they are asked; the first that holds decides.
std::span<const Course> courses();

}  // namespace regreen
