// python.default-factory: a list, dict or set as default of a dataclass' field would be shared by all.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/trace.h"

namespace regreen {
namespace {

std::string_view factory_of(std::string_view value) {
  if (value == "[]" || value == "list()") return "list";
  if (value == "{}" || value == "dict()") return "dict";
  return value == "set()" ? "set" : "";
}

// `name: type = []` in an indented statement.
std::optional<Edit> with_factory(const PythonSource& source, const PyStatement& one) {
  if (one.indent == 0 || one.last < one.first + 5 || !source.is(one.first + 1, ":")) return std::nullopt;
  for (auto i = one.first + 2; i + 1 < one.last; ++i) {
    if (!source.is(i, "=") || source.tokens()[i].depth != 0) continue;
    const auto begin = source.tokens()[i + 1].offset, end = end_of(source.tokens()[one.last - 1]);
    const auto factory = factory_of(source.text().substr(begin, end - begin));
    if (factory.empty()) return std::nullopt;
    return Edit{begin, end - begin, "field(default_factory=" + std::string(factory) + ")"};
  }
  return std::nullopt;
}

// Is the statement in the body of a class with @dataclass above it?
bool is_of_dataclass(const PythonSource& source, std::size_t index) {
  const auto& all = source.statements();
  auto i = index;
  while (i > 0 && all[i].indent >= all[index].indent) --i;
  if (!source.is(all[i].first, "class")) return false;
  while (i > 0 && source.is(all[i - 1].first, "@")) {
    --i;
    for (auto token = all[i].first; token < all[i].last; ++token) {
      if (source.is(token, "dataclass")) return true;
    }
  }
  return false;
}

void mend_file(const std::string& file, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || !contains(*text, "dataclass")) return;
  const PythonSource source(*text);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < source.statements().size(); ++i) {
    if (auto edit = with_factory(source, source.statements()[i]); edit && is_of_dataclass(source, i))
      edits.push_back(*edit);
  }
  if (edits.empty()) return;
  if (!binds_at_top(source, "field")) {
    if (auto import = add_import(source, "from dataclasses import field", [](auto) { return ImportGroup::standard; }))
      edits.push_back(*import);
  }
  draft.edit(file, std::move(edits));
}

}  // namespace

std::vector<Patch> use_default_factory(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (place.file.ends_with(".py")) mend_file(place.file, draft);
    }
  }
  if (!draft.patch().empty()) return draft.patches();
  const auto field = patient.diagnosis.captures.find("symbol");
  if (field == patient.diagnosis.captures.end()) return {};
  for (const auto& path : python_files(patient.tree)) {  // the log shows the import, not the class
    if (contains(patient.tree.read(path).value_or(""), field->second + ":")) mend_file(path, draft);
  }
  return draft.patches();
}

}  // namespace regreen
