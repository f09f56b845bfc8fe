// python.flatten-else: what follows a `return` needs no `else` (pylint R1705, R1720, R1723, R1724; ruff RET505 to RET508).

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/source.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

// The first `elif` or `else` of the `if` on the line, or the one on the line itself.
const PyStatement* branch_of(const PythonSource& source, std::size_t line) {
  const auto* at = source.statement_at(line);
  if (at == nullptr) return nullptr;
  if (source.is(at->first, "else") || source.is(at->first, "elif")) return at;
  if (!source.is(at->first, "if")) return nullptr;
  for (const auto& one : source.statements()) {
    if (one.begin <= at->begin || one.indent > at->indent) continue;
    const bool branch = source.is(one.first, "else") || source.is(one.first, "elif");
    return branch && one.indent == at->indent ? &one : nullptr;
  }
  return nullptr;
}

// The lines of the branch, one level to the left; nothing where a string goes over several of them.
std::vector<Edit> flattened(const PythonSource& source, std::size_t line) {
  const auto* branch = branch_of(source, line);
  if (branch == nullptr) return {};
  if (source.is(branch->first, "elif")) return {{source.tokens()[branch->first].offset, 2, ""}};
  if (branch->last != branch->first + 2) return {};  // `else: return 1`
  const Lines lines(source.text());
  std::vector<Edit> edits = {{branch->begin, branch->end - branch->begin, ""}};
  const auto outer = indentation(lines.line(branch->line)).size();
  const auto inner = indentation(lines.line(branch->line + 1)).size();
  if (inner <= outer) return {};
  for (auto number = branch->line + 1; number <= lines.count(); ++number) {
    const auto text = lines.line(number);
    if (trim(text).empty()) continue;
    if (indentation(text).size() <= outer) break;
    edits.push_back({lines.begin(number) + outer, std::min(indentation(text).size(), inner) - outer, ""});
  }
  const auto last = edits.back().offset;
  for (const auto& token : source.tokens()) {
    const bool inside = token.offset > branch->begin && token.offset < last;
    if (inside && token.kind == PyKind::string && contains(source.text(token), "\n")) return {};
  }
  return edits;
}

bool asks(std::string_view said) {
  return contains(said, "no-else-") || contains(said, "RET505") || contains(said, "RET506") ||
         contains(said, "RET507") || contains(said, "RET508");
}

}  // namespace

std::vector<Patch> flatten_python_else(const Patient& patient) {
  std::map<std::string, std::set<std::size_t, std::greater<>>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (!places.empty() && places[0].file.ends_with(".py") && asks(occurrence.at.text))
      all[places[0].file].insert(places[0].line);
  }
  Draft draft(patient.tree);
  for (const auto& [file, lines] : all) {
    for (const auto line : lines) {
      const auto text = draft.read(file);
      if (text) draft.edit(file, flattened(PythonSource(*text), line));
    }
  }
  return draft.patches();
}

}  // namespace regreen
