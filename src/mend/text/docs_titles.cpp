// docs.fix-underline: the line below a title of reStructuredText is at least as long as the title.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"

#include <algorithm>

namespace regreen {
namespace {

// Characters, not bytes.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_underline(std::string_view line) {
  return line.size() > 2 && contains("=-`:'\"~^_*+#<>.", line.substr(0, 1)) &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

// Every line below a title, and its like above it, as long as the title.
std::vector<Edit> lengthened(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 2; number <= lines.count(); ++number) {
    const auto line = lines.line(number), title = lines.line(number - 1);
    const auto width = width_of(title);
    if (!is_underline(line) || trim(title).empty() || is_underline(title) || title[0] == ' ' || line.size() >= width)
      continue;
    edits.push_back({lines.end(number), 0, std::string(width - line.size(), line[0])});
    const auto above = lines.line(number - 2);
    if (number > 2 && above == line)
      edits.push_back({lines.end(number - 2), 0, std::string(width - line.size(), line[0])});
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_title_underline(const Patient& patient) {
  Draft draft(patient.tree);
  const bool is_said = std::ranges::any_of(occurrences_of(patient.diagnosis), [](const auto& one) {
    return contains(one.at.text, "underline too short") ||
           (!one.after.empty() && contains(one.after.front(), "underline too short"));
  });
  for (const auto& path : patient.tree.list()) {  // where warnings are errors, the first file is all that is told
    const bool is_ours = path.ends_with(".rst") && !is_test(path) && !is_sample(path) && !is_vendored(path);
    const auto text = is_said && is_ours ? draft.read(path) : std::nullopt;
    if (text) draft.edit(path, lengthened(*text));
  }
  return draft.patches();
}

}  // namespace regreen
