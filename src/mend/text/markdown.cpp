// docs.fix-markdown: blanks, tabs and empty lines that markdownlint asks for, where it points.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(const Lines& lines, std::size_t number) { return !lines.has(number) || trim(lines.line(number)).empty(); }

bool is_item(std::string_view line) {
  line = trim(line);
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("+ ") ||
         (digits > 0 && (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") ")));
}

bool belongs_to_list(std::string_view line) {
  return is_item(line) || line.starts_with("  ") || line.starts_with("\t");
}

// Empty lines before and behind [first, last], where there are none.
std::vector<Edit> apart(std::string_view text, const Lines& lines, std::size_t first, std::size_t last) {
  const std::string end(line_end(text));
  std::vector<Edit> edits;
  if (first > 1 && !is_blank(lines, first - 1)) edits.push_back({lines.begin(first), 0, end});
  if (lines.has(last + 1) && !is_blank(lines, last + 1)) edits.push_back({lines.begin(last + 1), 0, end});
  return edits;
}

std::vector<Edit> without_tabs(const Lines& lines, std::size_t number) {
  std::vector<Edit> edits;
  const auto line = lines.line(number);
  for (auto at = line.find('\t'); at != npos; at = line.find('\t', at + 1))
    edits.push_back({lines.begin(number) + at, 1, "    "});
  return edits;
}

std::vector<Edit> edits_for(std::string_view text, std::size_t number, const std::string& code) {
  const Lines lines(text);
  if (!lines.has(number)) return {};
  const auto line = lines.line(number);
  const auto content = line.find_last_not_of(" \t");
  if (code == "MD009" && content != npos && content + 1 < line.size())
    return {{lines.begin(number) + content + 1, line.size() - content - 1, ""}};
  if (code == "MD010") return without_tabs(lines, number);
  if (code == "MD012" && number > 1 && is_blank(lines, number) && is_blank(lines, number - 1))
    return {{lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""}};
  if (code == "MD018" && line.starts_with('#')) {
    const auto behind = line.find_first_not_of('#');
    const bool is_reference = behind == 1 && is_digit(line[behind]);  // "#123", where a line was broken: no heading
    if (behind != npos && line[behind] != ' ' && !is_reference) return {{lines.begin(number) + behind, 0, " "}};
  }
  if (code == "MD022") {
    const bool underlined = lines.has(number + 1) && !line.starts_with('#') && !trim(lines.line(number + 1)).empty() &&
                            trim(lines.line(number + 1)).find_first_not_of("=-") == npos;
    return apart(text, lines, number, underlined ? number + 1 : number);
  }
  if (code == "MD032" && belongs_to_list(line)) {
    auto first = number, last = number;
    while (first > 1 && !is_blank(lines, first - 1) && belongs_to_list(lines.line(first - 1))) --first;
    while (lines.has(last + 1) && !is_blank(lines, last + 1) && belongs_to_list(lines.line(last + 1))) ++last;
    return apart(text, lines, first, last);
  }
  if (code == "MD047" && !text.ends_with('\n')) return {{text.size(), 0, std::string(line_end(text))}};
  return {};
}

}  // namespace

std::vector<Patch> fix_markdown(const Patient& patient) {
  std::map<std::string, std::set<std::pair<std::size_t, std::string>>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto code = capture(occurrence, "code");
    if (!places.empty() && places[0].line > 0 && code.starts_with("MD"))
      all[places[0].file].insert({places[0].line, std::string(code)});
  }
  Draft draft(patient.tree);
  for (const auto& [file, findings] : all) {
    for (auto one = findings.rbegin(); one != findings.rend(); ++one) {  // from below: lines above stay where they are
      const auto text = draft.read(file);
      if (text) draft.edit(file, edits_for(*text, one->first, one->second));
    }
  }
  return draft.patches();
}

}  // namespace regreen
