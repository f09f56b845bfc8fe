#pragma once

#include "model/patch.h"

#include <algorithm>
#include <vector>

namespace regreen {

/// Do two edits share bytes, or begin at the same one? One may begin where the other ends.
inline bool overlap(const Edit& a, const Edit& b) {
  return a.offset == b.offset || (a.offset < b.offset + b.length && b.offset < a.offset + a.length);
}

inline bool overlap(const Edit& edit, const std::vector<Edit>& others) {
  return std::ranges::any_of(others, [&](const Edit& other) { return overlap(edit, other); });
}

}  // namespace regreen
