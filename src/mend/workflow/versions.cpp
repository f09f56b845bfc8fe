// workflow.fix-version: 3.10 without quotes is the number 3.1.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/source.h"

#include <algorithm>

namespace regreen {
namespace {

// "3.10" is written where 3.1 is what YAML makes of it.
std::vector<Edit> quoted_versions(std::string_view text, std::string_view printed) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (trim(line).starts_with('#')) continue;
    bool has = false;
    std::vector<Edit> of_line;
    for (std::size_t at = line.find(':'); at < line.size();) {
      const auto begin = line.find_first_of("0123456789", at);
      if (begin == std::string_view::npos) break;
      auto end = begin;
      while (end < line.size() && is(line[end], dotted)) ++end;
      const auto word = line.substr(begin, end - begin);
      const char before = line[begin - 1], after = end < line.size() ? line[end] : ' ';
      const bool bare = contains(" [,", std::string_view(&before, 1)) && contains(" ],", std::string_view(&after, 1));
      const bool decimal = std::ranges::count(word, '.') == 1 &&
                           std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '.'; });
      if (bare && decimal) of_line.push_back({lines.begin(number) + begin, word.size(), "'" + std::string(word) + "'"});
      has |= bare && decimal && word != printed && word.ends_with('0') &&
             word.substr(0, word.find_last_not_of('0') + 1) == printed;
      at = end;
    }
    if (has) edits.insert(edits.end(), of_line.begin(), of_line.end());
  }
  return edits;
}

}  // namespace

std::vector<Patch> quote_workflow_version(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto* name : {"version", "actual", "expected", "detail"}) {
      const auto printed = capture(occurrence, name);
      if (std::ranges::count(printed, '.') != 1) continue;
      for (const auto& file : workflows_of(patient)) {
        if (const auto text = draft.read(file)) draft.edit(file, quoted_versions(*text, printed));
      }
    }
  }
  return draft.patches();
}

}  // namespace regreen
