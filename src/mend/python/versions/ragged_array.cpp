// numpy.array-of-objects: rows of unequal length make no array by themselves since NumPy 1.24. `dtype=object` says that an
// array of lists is meant, which is what older versions made of them.

#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

// The names by which a file calls NumPy.
std::set<std::string, std::less<>> names_of_numpy(const PythonSource& source) {
  std::set<std::string, std::less<>> names;
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      if (!one.is_from && name.name == "numpy") names.emplace(name.bound());
    }
  }
  return names;
}

// One value and no type: `np.array(rows)`, `np.asarray([f(x) for x in rows])`.
bool lacks_type(const PythonSource& source, std::size_t open, std::size_t close) {
  if (close == open + 1) return false;
  const auto depth = source.tokens()[open].depth;
  for (auto i = open + 1; i < close; ++i) {
    const bool more =
        source.tokens()[i].depth == depth && (source.is(i, ",") || source.is(i, "=") || source.is(i, "*"));
    if (more) return false;
    // A generator is one object, not rows.
    if (source.tokens()[i].depth == depth && source.is(i, "for")) return false;
  }
  return true;
}

// The only making of an array in the statement.
std::optional<Edit> as_objects(const PythonSource& source, const PyStatement& one) {
  const auto numpy = names_of_numpy(source);
  std::optional<Edit> found;
  for (auto i = one.first; i + 3 < one.last; ++i) {
    const bool makes = numpy.contains(source.text(i)) && source.is(i + 1, ".") &&
                       (source.is(i + 2, "array") || source.is(i + 2, "asarray")) && source.is(i + 3, "(") &&
                       !(i > one.first && source.is(i - 1, "."));
    const auto close = makes ? source.closing(i + 3) : std::nullopt;
    if (!makes) continue;
    if (found || !close || !lacks_type(source, i + 3, *close)) return std::nullopt;
    found = with_argument(source, i + 3, *close, "dtype=object");
  }
  return found;
}

}  // namespace

std::vector<Patch> make_array_of_objects(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<TreePlace> mended;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_around(patient.tree, occurrence);
    const auto failed = std::ranges::find_if(places, [](const auto& place) { return place.file.ends_with(".py"); });
    if (failed == places.end() || is_test_file(failed->file) || !mended.insert(*failed).second) continue;
    const auto text = patient.tree.read(failed->file).value_or("");
    const PythonSource source(text);
    const auto* one = source.statement_at(failed->line);
    const auto edit = one != nullptr ? as_objects(source, *one) : std::nullopt;
    if (edit && draft.patch().find(failed->file) == nullptr) draft.edit(failed->file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
