// js.use-type-import: what a module imports or exports as a type only says so: `import { type Route }`, `import type Route`, or
// `import type { Route }` where all of the line are types.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The statement that begins on a line, or that a name on the line belongs to: "import { … } from '…'", of several lines.
std::optional<std::pair<std::size_t, std::size_t>> list_around(std::string_view code, std::size_t at) {
  const auto open = code.rfind('{', at), close = code.find('}', at);
  if (open == npos || close == npos) return std::nullopt;
  const auto begin = code.rfind('\n', open) + 1;
  const auto front = trim(code.substr(begin, open - begin));
  if (front != "import" && front != "export") return std::nullopt;
  if (code.substr(open, close - open).find(';') != npos) return std::nullopt;
  return std::pair{open, close};
}

// `import Route from`
bool is_default_import(std::string_view code, std::size_t at) {
  const auto begin = code.rfind('\n', at) == npos ? 0 : code.rfind('\n', at) + 1;
  return trim(code.substr(begin, at - begin)) == "import";
}

std::vector<Edit> marked(std::string_view text, std::size_t line, const std::set<std::string>& types) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  std::vector<Edit> edits;
  for (const auto& name : types) {
    for (const auto at : words_in(code, name)) {
      if (lines.number_at(at) != line) continue;
      if (is_default_import(code, at)) return {{at, 0, "type "}};
      const auto list = list_around(code, at);
      const auto before = end_of_code_before(code, at);
      if (!list || before == 0 || !contains("{,", code.substr(before - 1, 1))) continue;
      edits.push_back({at, 0, "type "});
      break;
    }
  }
  if (edits.empty()) return edits;
  const auto list = list_around(code, edits.front().offset);
  const auto names = split(std::string_view(code).substr(list->first + 1, list->second - list->first - 1), ',');
  const auto said = std::ranges::count_if(names, [](auto one) { return !trim(one).empty(); });
  const bool one_line = lines.number_at(list->first) == lines.number_at(list->second);
  if (one_line && static_cast<std::size_t>(said) == edits.size()) return {{list->first, 0, "type "}};
  return edits;
}

}  // namespace

std::vector<Patch> use_type_import(const Patient& patient) {
  std::map<std::pair<std::string, std::size_t>, std::set<std::string>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const bool imports = contains(said, "must be imported using a type-only import") ||
                         contains(said, "must be re-exported using a type-only re-export"),
               exports = contains(said, "requires using 'export type'");
    const auto places = places_of(patient.tree, occurrence);
    if ((!imports && !exports) || places.empty()) continue;
    std::string name(between(said.substr(said.find(": ", said.find("TS1")) + 1), "'", "'"));
    if (exports) {  // names no type, but its place
      const auto text = patient.tree.read(places[0].file).value_or("");
      const auto at = offset_of(text, places[0].line, places[0].column);
      name = at ? word_at(text, *at) : "";
    }
    if (is_identifier(name)) all[{places[0].file, places[0].line}].insert(name);
  }
  Draft draft(patient.tree);
  for (const auto& [place, names] : all) {
    const auto text = draft.read(place.first);
    if (text) draft.edit(place.first, marked(*text, place.second, names));
  }
  return draft.patches();
}

}  // namespace regreen
