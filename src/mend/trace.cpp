#include "mend/trace.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t lines_max = 24;

std::size_t number_in(std::string_view text) {
  const auto number = line_number(text.substr(0, text.find_first_not_of("0123456789")));
  return static_cast<std::size_t>(number.value_or(0));
}

// path:LINE and `path", line LINE`
void add_places(const Tree& tree, std::string_view line, std::vector<TreePlace>& places) {
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    const bool python = line.substr(at).starts_with("\", line ");
    if (!python && line[at] != ':') continue;
    const auto number = number_in(line.substr(at + (python ? 8 : 1)));
    if (number == 0) continue;
    const auto front = line.substr(0, at);
    const auto begin = front.find_last_of(" \t(\"'[");
    auto path = front.substr(begin == std::string_view::npos ? 0 : begin + 1);
    if (path.starts_with("file://")) path.remove_prefix(7);
    const auto file = find_file(tree, path);
    const TreePlace place{file.value_or(""), number, 0};
    if (file && !is_among(place, places)) places.push_back(place);
  }
}

// "- /app/src/pier.js" of node's "Require stack:"
void add_stack(const Tree& tree, std::string_view line, std::vector<TreePlace>& places) {
  const auto dash = line.find("- /");
  if (dash == std::string_view::npos || dash > 4) return;
  const auto file = find_file(tree, line.substr(dash + 2));
  if (file) places.push_back({*file, 0, 0});
}

}  // namespace

std::vector<TreePlace> places_around(const Tree& tree, const Occurrence& occurrence) {
  auto places = places_of(tree, occurrence);
  add_places(tree, occurrence.at.text, places);
  const auto below = std::min(lines_max, occurrence.after.size());
  for (std::size_t i = 0; i < below; ++i) {
    add_places(tree, occurrence.after[i], places);
    add_stack(tree, occurrence.after[i], places);
  }
  const auto above = std::min(lines_max, occurrence.before.size());
  for (std::size_t i = 1; i <= above; ++i) add_places(tree, occurrence.before[occurrence.before.size() - i], places);
  return places;
}

}  // namespace regreen
