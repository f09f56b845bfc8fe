#include "diagnose/kept_lines.h"

#include <algorithm>

namespace regreen {

std::vector<LineView> kept_lines(const Evidence& evidence, const Step& step) {
  const bool is_compared = !evidence.novelty.empty();
  std::vector<LineView> lines;
  for (const auto& excerpt : evidence.excerpts) {
    if (excerpt.first.file != step.first.file) continue;
    const std::size_t first = excerpt.first.line;
    const std::size_t end = std::min(first + excerpt.lines.size(), step.last.line + 1);
    for (std::size_t number = std::max(first, step.first.line); number < end; ++number) {
      const LineView line{&excerpt, number - first};
      if (!is_compared || novelty_of(evidence, line.place()) != Novelty::usual) lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace regreen
