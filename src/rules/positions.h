#pragma once

#include "rules/pattern_cutter.h"
#include "rules/position_set.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace regreen {

/// A pattern as its positions: one for each character that it names, and which may follow which (V. M. Glushkov, 1961).
/// Bytes are what positions take; the text is valid UTF-8.
struct Positions {
  static constexpr std::size_t most = PositionSet::most;

  /// What a place between two bytes must be, as bits: one of a word's rims (`\b`), the line's beginning or end (`^`, `$`).
  enum Condition : unsigned { nowhere_special = 0, at_word_rim = 1, at_line_rim = 2, conditions = 4 };
  using Sets = std::array<PositionSet, conditions>;  ///< by what the place must be

  struct Position {
    CharSet bytes;
    bool is_open = false;  ///< of longer characters it takes all, and `bytes` has what they begin with
    PositionSet next, next_at_word_rim;
  };
  std::vector<Position> all;
  Sets first;  ///< where a match begins: the rim is the line's beginning
  Sets last;   ///< where it ends: the rim is the line's end
};

/// Those of a pattern that RE2 accepts; nothing where it has too many, matches nothing, or has what is not understood here.
std::optional<Positions> positions_of(std::string_view pattern);

}  // namespace regreen
