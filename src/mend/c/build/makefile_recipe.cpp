// make.use-tabs: recipes that are indented by blanks.

#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Begins a rule: "target: needs", no variable.
bool is_head(std::string_view line) {
  if (line.empty() || contains("\t #.", line.substr(0, 1)))
    return line.starts_with(".PHONY") || line.starts_with(".DEFAULT");
  const auto colon = line.find(':');
  return colon != npos && line.find('=') == npos;
}

// The lines below heads that begin with blanks and continue nothing.
std::vector<Edit> with_tabs(std::string_view text) {
  const Lines lines(text);
  std::vector<Edit> edits;
  bool below_head = false, continues = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool is_continued = continues;
    continues = line.ends_with('\\');
    if (is_continued || trim(line).empty()) continue;
    const auto indent = indentation(line);
    if (indent.empty()) {
      below_head = is_head(line);
    } else if (below_head && indent[0] == ' ' && !trim(line).starts_with('#')) {
      edits.push_back({lines.begin(number), indent.size(), "\t"});
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> use_make_tabs(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !(is_makefile(places[0].file) || places[0].file.ends_with(".mk"))) continue;
    const auto text = draft.read(places[0].file).value_or("");
    const Lines lines(text);
    if (lines.has(places[0].line) && lines.line(places[0].line).starts_with(' '))
      draft.edit(places[0].file, with_tabs(text));
  }
  return draft.patches();
}

}  // namespace regreen
