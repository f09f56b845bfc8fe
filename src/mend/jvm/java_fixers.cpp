// java.add-import, java.fix-syntax: classes of the JDK that a file uses without import, and a semicolon that is missing.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_class_choice.h"
#include "mend/jvm/java_classes.h"
#include "mend/jvm/java_code_text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/missing_brace.h"
#include "mend/text/missing_quote.h"

#include <algorithm>

namespace regreen {
namespace {

// "  symbol:   class List", "  symbol:   variable Arrays"
std::string missing_class(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 5); ++i) {
    auto line = trim(occurrence.after[i]);
    if (line.starts_with("[ERROR]")) line = trim(line.substr(7));
    if (!line.starts_with("symbol:")) continue;
    const auto words = split(trim(line.substr(7)), ' ');
    if (words.size() < 2 || (words[0] != "class" && words[0] != "variable")) return "";
    return std::string(words[1].substr(0, words[1].find('<')));
  }
  return "";
}

// The classes that the messages below name for the same file: equal messages stand there once each.
std::vector<std::string> classes_below(const Occurrence& occurrence, std::string_view file) {
  std::vector<std::string> names;
  bool is_here = true;
  for (std::size_t i = 0; i < occurrence.after.size(); ++i) {
    const std::string_view line = occurrence.after[i];
    if (contains(line, ".java:"))
      is_here = contains(line, std::string(name_of(file)) + ":") && contains(line, "cannot find symbol");
    if (!is_here || !contains(line, "symbol:")) continue;
    Occurrence one;
    one.after = {occurrence.after[i]};
    if (auto name = missing_class(one); !name.empty()) names.push_back(std::move(name));
  }
  return names;
}

void import_classes(const Patient& patient, const Occurrence& occurrence, Draft& draft) {
  const auto& classes = patient.rules.table("java-classes");
  const auto places = places_of(patient.tree, occurrence);
  if (places.empty() || !places[0].file.ends_with(".java")) return;
  for (const auto& name : classes_below(occurrence, places[0].file)) {
    if (!is_identifier(name)) continue;
    const auto package = package_meant(patient.tree, draft, places[0].file, name);
    auto full = package.empty() ? "" : package + "." + name;
    const auto row = classes.find(name);
    if (full.empty() && row != classes.end() && !has_java_class(patient.tree, name)) full = row->second + "." + name;
    const auto text = draft.read(places[0].file);
    const auto edit = text && !full.empty() ? add_java_import_line(*text, full) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
}

}  // namespace

std::vector<Patch> add_java_import(const Patient& patient) {
  Draft draft(patient.tree);
  const auto occurrences = occurrences_of(patient.diagnosis);
  // What one file means by a name may tell what another does, that hands it on.
  for (Patch before;; before = draft.patch()) {
    for (const auto& occurrence : occurrences) import_classes(patient, occurrence, draft);
    if (draft.patch() == before) return draft.patches();
  }
}

std::vector<Patch> fix_java_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || draft.patch().find(places[0].file) != nullptr)
      continue;  // one at a time: later ones may follow from it
    const auto code = code_only(*text, Speech::java);
    const Lines lines(*text);
    const auto line = places[0].line;
    if (contains(occurrence.at.text, "reached end of file while parsing")) {
      if (auto brace = missing_brace(*text, code)) draft.edit(places[0].file, {*brace});
      continue;
    }
    if (contains(occurrence.at.text, "unclosed string literal")) {
      if (auto quote = missing_quote(*text, line)) draft.edit(places[0].file, {*quote});
      continue;
    }
    const auto mark = contains(occurrence.at.text, "';' expected")   ? ";"
                      : contains(occurrence.at.text, "')' expected") ? ")"
                                                                     : "";
    if (*mark == 0 || !lines.has(line)) continue;
    const auto caret = java_caret(*text, occurrence, {places[0].file, line, 0});
    auto end = end_of_code_before(code, caret == std::string::npos ? lines.end(line) : caret + 1);
    if (*mark == ')' && end > 0 && contains(";{", code.substr(end - 1, 1))) end = end_of_code_before(code, end - 1);
    if (end == 0 || end < lines.begin(line)) continue;
    const auto before = std::string_view(code).substr(lines.begin(line), end - lines.begin(line));
    const bool is_there = *mark == ')' ? std::ranges::count(before, '(') <= std::ranges::count(before, ')')
                                       : code.substr(end, 1) == mark || code.substr(end - 1, 1) == mark;
    const auto behind = trim(std::string_view(code).substr(end, std::max(lines.end(line), end) - end));
    const bool is_end = *mark == ')' || behind.empty() || behind.starts_with('}');  // else an operator is missing
    if (!is_there && is_end) draft.edit(places[0].file, {{end, 0, mark}});
  }
  return draft.patches();
}

// new Integer(x) → Integer.valueOf(x)
std::vector<Patch> modernize_java(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& file : files_of(patient.tree, patient.diagnosis)) {
    const auto text = file.ends_with(".java") ? draft.read(file) : std::nullopt;
    if (!text) continue;
    const auto code = code_only(*text, Speech::java);
    std::vector<Edit> edits;
    for (const std::string box : {"Integer", "Long", "Short", "Byte", "Character", "Boolean", "Double", "Float"}) {
      for (auto at = code.find("new " + box + "("); at != std::string::npos; at = code.find("new " + box + "(", at + 1))
        edits.push_back({at, box.size() + 4, box + ".valueOf"});
    }
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
