#include "model/evidence.h"

#include <algorithm>

namespace regreen {

Excerpt lines_around(const Evidence& evidence, const Place& place, std::size_t before, std::size_t after) {
  for (const auto& excerpt : evidence.excerpts) {
    const std::size_t end = excerpt.first.line + excerpt.lines.size();
    if (excerpt.first.file != place.file || place.line < excerpt.first.line || place.line >= end) continue;
    const std::size_t from = std::max(excerpt.first.line, place.line - std::min(before, place.line - 1));
    const std::size_t to = std::min(end, place.line + after + 1);
    const auto begin = excerpt.lines.begin() - static_cast<std::ptrdiff_t>(excerpt.first.line);
    return {{place.file, from},
            {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to)}};
  }
  return {place, {}};
}

}  // namespace regreen
