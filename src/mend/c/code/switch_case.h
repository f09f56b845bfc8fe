#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// A label of a switch: `case 3:`, `default:`.
struct CaseLabel {
  std::size_t begin = 0;
  std::size_t end = 0;     ///< behind the colon
  std::string_view value;  ///< "3"; "" of default
};

/// The body of a switch: where it closes, and its own labels, those of switches inside left out. Borrows the code.
struct Switch {
  std::size_t open = 0;
  std::size_t close = 0;
  std::vector<CaseLabel> labels;

  /// The index of the last label that begins at or before a place; the number of labels where none does.
  std::size_t label_before(std::size_t at) const;

  /// Where what belongs to a label ends: at the next label, or at the end of the switch.
  std::size_t end_of(std::size_t label) const;
};

/// The switch that a place stands in, outside of all blocks in it; without labels where it stands in none, and in
/// a code longer than people write.
Switch switch_around(std::string_view code, std::size_t at);

}  // namespace regreen
