// kotlin.add-import, kotlin.make-var: classes of the JDK that a file uses without import, and a val that is assigned again.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

// "unresolved reference: File", "Unresolved reference 'File'."
std::string unresolved_name(std::string_view message) {
  const auto lower = message.find("nresolved reference");
  if (lower == std::string_view::npos) return "";
  auto name = trim(message.substr(lower + 19));
  while (!name.empty() && contains(":' .", name.substr(0, 1))) name.remove_prefix(1);
  return std::string(name.substr(0, name.find_first_of("'. ")));
}

std::optional<Edit> add_import(std::string_view text, const std::string& name) {
  const Lines lines(text);
  const std::string statement = "import " + name, end(line_end(text));
  std::size_t package = 0, last = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (line == statement) return std::nullopt;
    if (line.starts_with("package ")) package = number;
    if (line.starts_with("import ")) {
      if (statement < line && last == 0) return Edit{lines.begin(number), 0, statement + end};
      last = number;
    }
  }
  if (last != 0) return line_below(text, lines.begin(last), statement);
  if (package != 0) return line_below(text, lines.begin(package), end + statement);
  return Edit{0, 0, statement + end + end};
}

// The last `val NAME` before the line.
std::optional<Edit> as_var(std::string_view text, std::size_t line, std::size_t column) {
  const auto code = code_only(text, Speech::java);
  const auto at = offset_of(text, line, column);
  if (!at) return std::nullopt;
  const auto name = word_at(code, *at);
  std::optional<Edit> edit;
  for (const auto place : words_in(code, name)) {
    if (place >= *at || place < 4) break;
    if (code.substr(place - 4, 4) == "val ") edit = Edit{place - 4, 3, "var"};
    if (code.substr(place - 4, 4) == "var ") edit.reset();
  }
  return edit;
}

// Classes that Kotlin's own library has as well.
bool is_of_kotlin_too(std::string_view name) { return name == "Duration" || name == "Random" || name == "Instant"; }

bool has_class(const Tree& tree, const std::string& name) {
  return std::ranges::any_of(
      tree.list(), [&](const auto& path) { return name_of(path) == name + ".kt" || name_of(path) == name + ".java"; });
}

}  // namespace

std::vector<Patch> add_kotlin_import(const Patient& patient) {
  const auto& classes = patient.rules.table("java-classes");
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto row = classes.find(unresolved_name(occurrence.at.text));
    if (places.empty() || row == classes.end() || !contains(places[0].file, ".kt")) continue;
    if (is_of_kotlin_too(row->first) || has_class(patient.tree, row->first)) continue;
    const auto text = draft.read(places[0].file);
    const auto edit = text ? add_import(*text, row->second + "." + row->first) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
  return draft.patches();
}

std::vector<Patch> make_kotlin_var(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !contains(occurrence.at.text, "cannot be reassigned")) continue;
    const auto text = draft.read(places[0].file);
    const auto edit = text ? as_var(*text, places[0].line, places[0].column) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
