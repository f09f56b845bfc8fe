#pragma once

#include <algorithm>
#include <string_view>

namespace regreen {

/// Is a word one of a table's?
template <class Words>
constexpr bool is_among(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace regreen
