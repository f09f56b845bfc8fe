#pragma once

#include <algorithm>

namespace regreen {

/// Is a value one of many: a word among a table's, a path in a list?
template <class One, class Many>
constexpr bool is_among(const One& one, const Many& many) {
  return std::ranges::find(many, one) != many.end();
}

}  // namespace regreen
