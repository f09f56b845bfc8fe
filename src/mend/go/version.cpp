// go.fix-version: "go 1.21.0" and "toolchain" lines are words of Go 1.21; older ones read "go 1.21" alone.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {
namespace {

// "go 1.21.0" → "go 1.21"
std::vector<Edit> shorter_version(const Lines& lines, std::size_t number) {
  const auto line = lines.line(number);
  if (!line.starts_with("go ") || std::ranges::count(line, '.') < 2) return {};
  const auto dot = line.find('.', line.find('.') + 1);
  auto end = dot + 1;
  while (end < line.size() && is_digit(line[end])) ++end;
  return {{lines.begin(number) + dot, end - dot, ""}};
}

}  // namespace

std::vector<Patch> fix_go_version(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const bool form = contains(occurrence.at.text, "must match format");
    const bool toolchain = contains(occurrence.at.text, "unknown directive: toolchain");
    for (const auto& path : patient.tree.list()) {
      const auto text = name_of(path) == "go.mod" ? draft.read(path) : std::nullopt;
      if (!text || !(form || toolchain)) continue;
      const Lines lines(*text);
      std::vector<Edit> edits;
      for (std::size_t number = 1; number <= lines.count(); ++number) {
        if (lines.line(number).starts_with("toolchain "))
          edits.push_back({lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""});
        else
          std::ranges::copy(shorter_version(lines, number), std::back_inserter(edits));
      }
      draft.edit(path, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
