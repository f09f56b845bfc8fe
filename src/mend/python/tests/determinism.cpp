// python.sort-set: text or a list made of a set comes in another order with each run; it is sorted first.
// python.use-utc: a time stamp becomes UTC, not the time of wherever the program runs.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/sets.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t files_max = 400;
constexpr std::size_t patches_max = 4;

// Does the log speak of the function around a statement, and of lists? A list may hold what has no order, text does not.
bool is_list_asked_for(const PythonSource& source, std::size_t statement, std::string_view said) {
  const auto around = function_around(source, statement);
  return around && contains(said, "[") && !words_in(said, source.text(around->def + 1)).empty();
}

// `", ".join(tags)` → `", ".join(sorted(tags))`, `list(tags)` → `sorted(tags)`
std::vector<Edit> sort_sets(const PythonSource& source, std::string_view said) {
  const PySets sets(source);
  std::vector<Edit> edits;
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    for (auto i = all[s].first; i + 3 < all[s].last; ++i) {
      const bool join = source.is(i, "join") && source.is(i + 1, "(") && i > 0 && source.is(i - 1, ".");
      const bool list = source.is(i, "list") && source.is(i + 1, "(") && !(i > 0 && source.is(i - 1, "."));
      const auto close = join || list ? closing_of_call(source, i + 1) : std::nullopt;
      if (!close || !sets.is_set({i + 2, *close}, s)) continue;
      if (list && !is_list_asked_for(source, s, said)) continue;
      if (list) {
        edits.push_back({source.tokens()[i].offset, 4, "sorted"});
        continue;
      }
      edits.push_back({source.tokens()[i + 2].offset, 0, "sorted("});
      edits.push_back({source.tokens()[*close].offset, 0, ")"});
    }
  }
  return edits;
}

// Is a time written down at once, or told by a function that says UTC? Others may be held against times without a zone.
bool is_told_as_utc(const PythonSource& source, std::size_t name, std::size_t close) {
  if (source.is(close + 1, ".")) return source.is(close + 2, "strftime");
  const auto& all = source.statements();
  const auto statement =
      std::ranges::find_if(all, [&](const auto& one) { return one.first <= name && name < one.last; });
  if (statement == all.end()) return false;
  for (auto i = statement->first; i < statement->last; ++i) {
    for (const std::string_view sign : {"-", "<", ">", "<=", ">=", "==", "!="}) {
      if (source.is(i, sign)) return false;
    }
  }
  const auto around = function_around(source, static_cast<std::size_t>(statement - all.begin()));
  if (!around) return false;
  const auto begin = all[around->head].begin;
  return contains(source.text().substr(begin, all[around->end - 1].end - begin), "UTC");
}

// `datetime.fromtimestamp(x)` → `datetime.fromtimestamp(x, tz=timezone.utc)`, where the file says that it means UTC
std::vector<Edit> use_utc(const PythonSource& source, std::string_view) {
  if (!contains(source.text(), "UTC")) return {};
  std::vector<Edit> edits;
  bool from_module = false;
  for (std::size_t i = 2; i + 2 < source.tokens().size(); ++i) {
    const bool call =
        source.is(i, "fromtimestamp") && source.is(i - 1, ".") && source.is(i - 2, "datetime") && source.is(i + 1, "(");
    const auto close = call ? closing_of_call(source, i + 1) : std::nullopt;
    if (!close || *close == i + 2 || !is_told_as_utc(source, i, *close)) continue;
    bool one = true;
    for (auto at = i + 2; at < *close; ++at)
      one &= !(source.is(at, ",") && source.tokens()[at].depth == source.tokens()[i + 1].depth);
    if (!one) continue;
    const bool dotted = i > 4 && source.is(i - 3, ".");
    from_module |= !dotted;
    const std::string zone = dotted ? std::string(source.text(i - 4)) + ".timezone.utc" : "timezone.utc";
    edits.push_back({source.tokens()[*close].offset, 0, ", tz=" + zone});
  }
  if (!from_module || binds_at_top(source, "timezone")) return edits;
  const auto standard = [](auto) { return ImportGroup::standard; };
  const auto import = add_import(source, "from datetime import timezone", standard);
  if (!import) return {};
  edits.push_back(*import);
  return edits;
}

std::string said_in(const Diagnosis& diagnosis) {
  std::string said;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    for (const auto& line : lines_of(occurrence)) said += line + "\n";
  }
  return said;
}

// Of a project's own code, not of its tests; one file each, since the assertion does not say which. Many such files say nothing.
std::vector<Patch> in_sources(const Patient& patient,
                              std::vector<Edit> (*mend)(const PythonSource&, std::string_view)) {
  std::vector<Patch> patches;
  const auto said = said_in(patient.diagnosis);
  for (const auto& path : python_files(patient.tree, is_no_test_file, files_max)) {
    Draft draft(patient.tree);
    const auto text = draft.read(path);
    if (text && draft.edit(path, mend(PythonSource(*text), said)))
      std::ranges::move(draft.patches(), std::back_inserter(patches));
  }
  return patches.size() <= patches_max ? patches : std::vector<Patch>{};
}

bool is_assertion(const Diagnosis& diagnosis) {
  for (const auto& one : diagnosis.occurrences) {
    if (contains(one.at.text, "assert") || contains(one.at.text, "Assertion")) return true;
  }
  return false;
}

}  // namespace

std::vector<Patch> sort_python_sets(const Patient& patient) {
  return is_assertion(patient.diagnosis) ? in_sources(patient, sort_sets) : std::vector<Patch>{};
}

std::vector<Patch> use_python_utc(const Patient& patient) {
  return is_assertion(patient.diagnosis) ? in_sources(patient, use_utc) : std::vector<Patch>{};
}

}  // namespace regreen
