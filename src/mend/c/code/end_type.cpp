// c.end-type: gcc calls it "multiple types in one declaration" where the ; behind the first of them was forgotten.
//
//   enum class State { on, off }  struct Lamp {  →  enum class State { on, off };  struct Lamp {

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool begins_type(std::string_view code) {
  constexpr auto words = std::to_array<std::string_view>({"enum", "struct", "class", "union", "typedef", "template"});
  return std::ranges::any_of(words, [&](auto word) {
    return code.starts_with(word) && code.size() > word.size() && !is_word_byte(code[word.size()]);
  });
}

// Behind the bracket that ends the type at `begin`, where another type follows at once; npos where it is not so.
std::size_t end_of_type(std::string_view code, std::size_t begin) {
  if (!begins_type(code.substr(begin))) return npos;
  const auto open = code.find_first_of("{;", begin);
  const auto close = open == npos || code[open] == ';' ? npos : closing_bracket(code, open);
  const auto next = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
  return next != npos && begins_type(code.substr(next)) ? close + 1 : npos;
}

}  // namespace

std::vector<Patch> end_c_type(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = is_c_family(place.file) ? draft.read(place.file) : std::nullopt;
      const auto begin = text ? offset_of(*text, place.line, place.column) : std::nullopt;
      const auto end = begin ? end_of_type(code_only(*text, Speech::c), *begin) : npos;
      if (end != npos) draft.edit(place.file, {{end, 0, ";"}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
