#pragma once

#include "rules/positions.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace regreen {

/// The positions of a pattern as words of bits, to find out quickly whether it matches: made in a fraction of the time
/// that RE2 takes to compile and to grow its states. A state is the set of positions that a match may have reached; each
/// byte leads from one state to the next, so that time is linear in the line, and nothing grows.
class Automaton {
 public:
  explicit Automaton(const Positions& positions);

  /// Does the pattern match on a line of valid UTF-8?
  bool matches(std::string_view line) const;

 private:
  using Word = PositionSet::Word;
  static constexpr std::size_t word_bits = PositionSet::word_bits, words_max = Positions::most / word_bits;
  using Situations = std::array<std::array<Word, words_max>, Positions::conditions>;

  template <std::size_t words>
  struct State;
  template <std::size_t words>
  bool ends(State<words> state, const char* at, const char* end) const;
  template <std::size_t words>
  bool run(std::string_view line) const;

  static Situations at_once(const Positions::Sets& sets);
  static void add(const PositionSet& set, Word* words);

  std::size_t words_;
  std::vector<Word> taking_;                   // by byte: the positions that take it
  std::vector<Word> next_, next_at_word_rim_;  // by position
  Situations first_, last_;                    // by what a place is: all whose condition it meets
  std::array<Word, words_max> open_{};
  std::array<bool, 256> may_begin_{};  // elsewhere than at the beginning of the line
  bool is_bound_ = true;               // to the beginning of the line
};

}  // namespace regreen
