// text.trailing-whitespace: blanks at line ends, the missing last newline, blank lines at the end of the
// file.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"

namespace regreen {
namespace {

// Two blanks at the end of a Markdown line are a line break.
bool blanks_mean_something(std::string_view path) { return path.ends_with(".md") || path.ends_with(".markdown"); }

std::vector<Edit> trimming_edits(std::string_view text) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto last = line.find_last_not_of(" \t");
    const std::size_t keep = last == std::string_view::npos ? 0 : last + 1;
    if (keep < line.size()) edits.push_back({lines.begin(number) + keep, line.size() - keep, ""});
  }
  return edits;
}

// The text ends with one line end.
std::string with_one_last_newline(std::string text) {
  const std::string end(line_end(text));
  const auto last = text.find_last_not_of("\r\n");
  if (last == std::string::npos) return "";
  text.erase(last + 1);
  return text + end;
}

}  // namespace

std::vector<Patch> trim_trailing_whitespace(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& file : files_of(patient.tree, patient.diagnosis)) {
    const auto text = draft.read(file);
    if (!text || text->empty()) continue;
    if (!blanks_mean_something(file)) draft.edit(file, trimming_edits(*text));
    draft.write(file, with_one_last_newline(*draft.read(file)));
  }
  return draft.patches();
}

}  // namespace regreen
