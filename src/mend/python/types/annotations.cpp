// python.postpone-annotations: an annotation names a class that is not defined yet when the annotation is read: the class
// around it, or one further down.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/read_annotations.h"
#include "mend/python/types/annotated.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::string_view postponed = "from __future__ import annotations";  // PEP 563, Python 3.7

// Does the line annotate with a class that the file defines around it, or further down?
bool is_too_early(const PythonSource& source, std::size_t line, std::string_view name) {
  const auto* one = source.statement_at(line);
  if (one == nullptr) return false;
  const auto uses = uses_of(source, name);
  const bool annotates = std::ranges::any_of(uses, [&](std::size_t token) {
    return token >= one->first && token < one->last && is_in_annotation(source, *one, token);
  });
  const bool calls = std::ranges::any_of(uses, [&](std::size_t token) {
    return token >= one->first && token < one->last && !is_in_annotation(source, *one, token);
  });
  if (!annotates || calls) return false;
  const PyStatement* around = nullptr;
  for (const auto& other : source.statements()) {
    if (other.indent > 0) continue;
    if (other.line <= line) around = &other;
    if (other.line > line && source.is(other.first, "class") && source.is(other.first + 1, name)) return true;
  }
  return around != nullptr && one->indent > 0 && source.is(around->first, "class") &&
         source.is(around->first + 1, name);
}

// `def add(self, child: Node)` → `def add(self, child: "Node")`, wherever the class is not there yet; nothing where `|` would stand beside
// a text.
std::vector<Edit> quoted(const PythonSource& source, std::string_view name) {
  std::vector<Edit> edits;
  for (const auto token : uses_of(source, name)) {
    if (!is_too_early(source, source.tokens()[token].line, name)) continue;
    if (source.is(token + 1, "|") || source.is(token - 1, "|") || source.is(token + 1, "[") ||
        source.is(token + 1, "."))
      return {};
    edits.push_back({source.tokens()[token].offset, 0, "\""});
    edits.push_back({end_of(source.tokens()[token]), 0, "\""});
  }
  return edits;
}

}  // namespace

std::vector<Patch> postpone_python_annotations(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto name = capture(occurrence, "symbol");
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (!text || !is_python_name(name) || contains(*text, postponed)) continue;
      const PythonSource source(*text);
      if (!is_too_early(source, place.line, name)) continue;
      if (is_read_at_run_time(patient.tree, *text)) {
        draft.edit(place.file, quoted(source, name));
        continue;
      }
      const auto group = [](auto module) {
        return module == "__future__" ? ImportGroup::future : ImportGroup::standard;
      };
      if (const auto import = add_import(source, postponed, group)) draft.edit(place.file, {*import});
    }
  }
  return draft.patches();
}

}  // namespace regreen
