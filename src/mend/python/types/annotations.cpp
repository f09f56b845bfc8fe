// python.postpone-annotations: an annotation names a class that is not defined yet when the annotation is read: the class
// around it, or one further down.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::string_view postponed = "from __future__ import annotations";  // PEP 563, Python 3.7

// Is the token within an annotation of its statement: behind ':' of a parameter or '->' of a def, or behind a variable's ':'?
bool is_annotation(const PythonSource& source, const PyStatement& one, std::size_t token) {
  const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
  const bool is_def = source.is(def, "def");
  const std::size_t depth = is_def ? 1 : 0;
  bool inside = false, in_lambda = false;
  for (auto i = def; i < token; ++i) {
    const auto at = source.tokens()[i].depth;
    in_lambda |= source.is(i, "lambda");
    if (at <= depth && source.is(i, ":")) inside = !in_lambda && (is_def ? at == 1 : i == one.first + 1);
    if (at <= depth && (source.is(i, "=") || source.is(i, ","))) inside = in_lambda = false;
    if (source.is(i, "->")) inside = true;
    if (is_def && at == 0 && source.is(i, ":")) return false;  // the body on the same line
  }
  return inside;
}

// Does the line annotate with a class that the file defines around it, or further down?
bool is_too_early(const PythonSource& source, std::size_t line, std::string_view name) {
  const auto* one = source.statement_at(line);
  if (one == nullptr) return false;
  const auto uses = uses_of(source, name);
  const bool annotates = std::ranges::any_of(uses, [&](std::size_t token) {
    return token >= one->first && token < one->last && is_annotation(source, *one, token);
  });
  const bool calls = std::ranges::any_of(uses, [&](std::size_t token) {
    return token >= one->first && token < one->last && !is_annotation(source, *one, token);
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
      const auto group = [](auto module) {
        return module == "__future__" ? ImportGroup::future : ImportGroup::standard;
      };
      if (const auto import = add_import(source, postponed, group)) draft.edit(place.file, {*import});
    }
  }
  return draft.patches();
}

}  // namespace regreen
