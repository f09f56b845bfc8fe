#pragma once

#include "rules/stretch.h"

#include <string_view>

namespace regreen {

/// How the lines that a pattern may match are found without the pattern. A line stands between newlines here:
/// "\nthe line\n". Digits count as one: what is said of a line holds for all that differ from it in digits only.
struct Search {
  std::vector<Stretch> needles;                    ///< each matching line contains one; empty: every line may match
  std::vector<std::vector<std::uint32_t>> others;  ///< of each of these, it contains four bytes too, folded
  bool tells_digits = true;  ///< may it match one of two lines that differ in nothing but digits, each in its place?
};

/// Of the choices that a pattern offers, the cheapest. Any pattern may be asked; what is said of one that RE2 refuses means
/// nothing. `(?i)s` and `(?i)k` match U+017F and U+212A too, which no log writes: needles do not.
Search search_for(std::string_view pattern);

}  // namespace regreen
