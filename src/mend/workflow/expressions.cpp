// workflow.fix-expression: an expression of a workflow that is written as other languages write theirs: texts in double
// quotes, `=` for `==`, `and` for `&&`, a function without its brackets or with a slip in its name. Texts stay as they are.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/rewrite.h"
#include "mend/workflow/source.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A value of YAML on one line.
struct Scalar {
  std::size_t begin = 0, length = 0;
  char quote = 0;
  std::string text;  ///< without its quotes
  bool is_condition = false;
};

Scalar scalar_on(std::string_view line) {
  Scalar scalar;
  auto at = line.find_first_not_of(' ');
  while (at != npos && line.substr(at).starts_with("- ")) at = line.find_first_not_of(' ', at + 1);
  if (at == npos) return scalar;
  auto colon = at;
  while (colon < line.size() && (is_word_byte(line[colon]) || line[colon] == '-')) ++colon;
  if (colon > at && line.substr(colon).starts_with(": ")) {
    scalar.is_condition = line.substr(at, colon - at) == "if";
    at = line.find_first_not_of(' ', colon + 1);
    if (at == npos) return scalar;
  }
  auto value = trim(line.substr(at));
  if (value.empty()) return scalar;
  scalar.begin = at;
  if (value[0] == '"' || value[0] == '\'') {
    const auto close = value.rfind(value[0]);
    if (close > 0 && (close + 1 == value.size() || trim(value.substr(close + 1)).starts_with('#'))) {
      scalar.quote = value[0];
      value = value.substr(0, close + 1);
      const bool is_double = scalar.quote == '"';
      scalar.text =
          replace_all(std::string(value.substr(1, close - 1)), is_double ? "\\\"" : "''", is_double ? "\"" : "'");
    }
  } else if (const auto comment = value.find(" #"); comment != npos) {
    value = trim(value.substr(0, comment));
  }
  scalar.length = value.size();
  if (scalar.quote == 0) scalar.text = value;
  return scalar;
}

// The scalar as it stands in the file; quotes that its text has none of are the plainest.
std::string written(const Scalar& scalar, const std::string& text) {
  if (scalar.quote == 0) return text;
  const bool has_single = contains(text, "'"), has_double = contains(text, "\""), has_backslash = contains(text, "\\");
  if (scalar.quote == '"') return "\"" + replace_all(text, "\"", "\\\"") + "\"";
  if (has_single && !has_double && !has_backslash) return "\"" + text + "\"";
  return "'" + replace_all(text, "'", "''") + "'";
}

// Every `${{ … }}` of a text written anew; the whole text where it is an expression itself.
std::string with_expressions(const std::string& text, bool is_expression, const Rewrite& rewrite) {
  std::string out;
  std::string_view rest = text;
  if (is_expression && !contains(text, "${{")) return rewrite(text);
  for (auto open = rest.find("${{"); open != npos; open = rest.find("${{")) {
    const auto close = rest.find("}}", open);
    if (close == npos) break;
    out += std::string(rest.substr(0, open + 3)) + rewrite(rest.substr(open + 3, close - open - 3)) + "}}";
    rest.remove_prefix(close + 2);
  }
  return out + std::string(rest);
}

std::vector<Edit> rewrite_line(const Lines& lines, std::size_t number, const Rewrite& rewrite) {
  const auto scalar = scalar_on(lines.line(number));
  auto now = with_expressions(scalar.text, scalar.is_condition, rewrite);
  if (now == scalar.text) return {};
  if (scalar.quote == 0 && now.starts_with('!')) now = "${{ " + now + " }}";  // else YAML takes it for a tag
  return {{lines.begin(number) + scalar.begin, scalar.length, written(scalar, now)}};
}

// The line itself, and where a condition is written below its key, as `if: >-`, all of its lines.
std::vector<Edit> rewrite_at(std::string_view text, const Lines& lines, std::size_t number, const Rewrite& rewrite) {
  const auto depth = [&](std::size_t at) { return indentation(lines.line(at)).size(); };
  auto head = number;
  while (head > 1 && head > number - std::min<std::size_t>(number, 20) &&
         !(key_on(lines.line(head), "if") && (head == number || depth(head) < depth(number))))
    --head;
  const auto value = scalar_on(lines.line(head)).text;
  const bool is_block = key_on(lines.line(head), "if") && (value.starts_with('|') || value.starts_with('>'));
  const auto column = key_on(lines.line(head), "if").value_or(0);
  auto last = head;
  while (is_block && lines.has(last + 1) && !trim(lines.line(last + 1)).empty() && depth(last + 1) > column) ++last;
  if (last == head || number > last) return rewrite_line(lines, number, rewrite);
  const auto begin = lines.begin(head + 1), length = lines.end(last) - begin;
  return {{begin, length, with_expressions(std::string(text.substr(begin, length)), true, rewrite)}};
}

// actionlint's `ci.yml:14:27: …`, GitHub's `ci.yml (Line: 14, Col: 27): …`
std::optional<TreePlace> place_said(const Patient& patient, const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const auto mark = said.find(" (Line: ");
  const auto number = mark == npos ? std::nullopt : line_number(between(said.substr(mark), "(Line: ", ","));
  if (number) {
    const auto blank = said.substr(0, mark).rfind(' ');
    const auto file = find_file(patient.tree, said.substr(0, mark).substr(blank == npos ? 0 : blank + 1));
    if (file) return TreePlace{*file, static_cast<std::size_t>(*number), 0};
    return std::nullopt;
  }
  const auto places = places_of(patient.tree, occurrence);
  return places.empty() || places.front().line == 0 ? std::nullopt : std::optional(places.front());
}

}  // namespace

std::vector<Patch> fix_workflow_expression(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto rewrite = rewrite_for(occurrence.at.text);
    const auto place = rewrite ? place_said(patient, occurrence) : std::nullopt;
    const auto text = place && is_workflow(place->file) ? draft.read(place->file) : std::nullopt;
    if (!text || !Lines(*text).has(place->line)) continue;
    draft.edit(place->file, rewrite_at(*text, Lines(*text), place->line, rewrite));
  }
  return draft.patches();
}

}  // namespace regreen
