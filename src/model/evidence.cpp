#include "model/evidence.h"

#include <algorithm>

namespace regreen {

bool holds(const Step& step, const Place& place) {
  return step.first.line <= place.line && place.line <= step.last.line && step.first.file == place.file;
}

Novelty novelty_of(const Evidence& evidence, const Place& place) {
  const auto found = evidence.novelty.find(place);
  return found == evidence.novelty.end() ? Novelty::untold : found->second;
}

std::optional<std::size_t> step_at(const Evidence& evidence, const Place& place, std::size_t hint) {
  const std::size_t count = evidence.steps.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t index = (hint + i) % count;
    if (holds(evidence.steps[index], place)) return index;
  }
  return std::nullopt;
}

Excerpt lines_around(const Evidence& evidence, const Place& place, std::size_t before, std::size_t after) {
  for (const auto& excerpt : evidence.excerpts) {
    const std::size_t end = excerpt.first.line + excerpt.lines.size();
    if (excerpt.first.file != place.file || place.line < excerpt.first.line || place.line >= end) continue;
    const std::size_t from = std::max(excerpt.first.line, place.line - std::min(before, place.line - 1));
    const std::size_t to = std::min(end, place.line + after + 1);
    const auto begin = excerpt.lines.begin() - static_cast<std::ptrdiff_t>(excerpt.first.line);
    return {{place.file, from}, {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to)}};
  }
  return {place, {}};
}

}  // namespace regreen
