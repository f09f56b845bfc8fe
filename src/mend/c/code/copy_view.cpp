// cpp.copy-view: a view of a text is handed to what takes a std::string, which no view becomes by itself.
//
//   sink.cpp:7:21: error: no matching function for call to ‘…::push_back(std::string_view&)’
//   note:   no known conversion for argument 1 from ‘std::string_view’ … to ‘const …::value_type&’ {aka ‘const …basic_string<char>&’}
//
// Where the compiler says so of every function that could be meant and of the same argument, that argument is copied into a string.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_view(std::string_view type) {
  return type == "std::string_view" || type == "string_view" || type == "const std::string_view" ||
         type.ends_with("basic_string_view<char>");
}

// A string that is taken as it is or to be read: "const std::string&", "std::__cxx11::basic_string<char>&&".
bool is_string(std::string_view type) {
  const bool is_const = type.starts_with("const ");
  if (is_const) type.remove_prefix(6);
  const bool is_changed = type.ends_with('&') && !type.ends_with("&&") && !is_const;
  while (type.ends_with('&') || type.ends_with(' ')) type.remove_suffix(1);
  return !is_changed && (type == "std::string" || type == "string" || type == "std::basic_string<char>" ||
                         type == "basic_string<char>" || type == "std::__cxx11::basic_string<char>");
}

// The type that stands between quotes behind a word; as it is meant where it is called otherwise ("aka").
std::string_view type_behind(std::string_view said, std::string_view word) {
  const auto at = said.find(word);
  const auto open = at == npos ? npos : at + word.size();
  auto type = open == npos ? std::string_view() : said.substr(open, said.find('\'', open) - open);
  if (type.empty()) return type;
  const auto rest = trim(said.substr(std::min(open + type.size() + 1, said.size())));
  if (rest.starts_with("{aka '") || rest.starts_with("(aka '")) type = rest.substr(6, rest.find('\'', 6) - 6);
  return type;
}

// The number of the argument that a note says cannot be converted, from a view to a string; nothing for other notes.
std::optional<std::size_t> argument_in(std::string_view note) {
  const auto said = plain_quotes(note);
  if (!is_view(type_behind(said, " from '")) || !is_string(type_behind(said, " to '"))) return std::nullopt;
  constexpr std::string_view gcc = "for argument ", clang = " for ";
  auto at = said.find(gcc);
  const bool is_gcc = at != npos;
  if (!is_gcc) at = said.rfind(clang);
  if (at == npos) return std::nullopt;
  const auto digits = std::string_view(said).substr(at + (is_gcc ? gcc : clang).size());
  const auto number = parse_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  return number && *number > 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

// The argument that all candidates of an error would take as a string.
std::optional<std::size_t> argument_of(const Tree& tree, const Occurrence& occurrence) {
  std::optional<std::size_t> all;
  for (const auto& note : notes_below(tree, occurrence, {"no known conversion"})) {
    const auto one = argument_in(note.text);
    if (!one || (all && *all != *one)) return std::nullopt;
    all = one;
  }
  return all;
}

// The edits that copy an argument of a call: gcc points to its bracket, clang to the name in front of that.
std::vector<Edit> copied(std::string_view code, std::size_t place, std::size_t number) {
  const auto open = place + word_at(code, place).size();
  const auto close = open >= code.size() || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  const auto items = items_of(code.substr(open + 1, close - open - 1), Speech::c);
  if (number > items.size() || items[number - 1].empty()) return {};
  const auto item = items[number - 1];
  if (item.find_first_of("{?\n") != npos || contains(item, "...")) return {};
  const auto at = offset_in(code, item);
  return {{at, 0, "std::string("}, {at + item.size(), 0, ")"}};
}

}  // namespace

std::vector<Patch> copy_cpp_view(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::map<std::size_t, std::vector<Edit>>> edits;  // by file and place
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto number = argument_of(patient.tree, occurrence);
    if (places.empty() || !number || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    const auto source = c_source(draft, places[0].file);
    const auto at = source ? offset_of(source->code, places[0].line, places[0].column) : std::nullopt;
    if (at) edits[places[0].file].try_emplace(*at, copied(source->code, *at, *number));
  }
  for (const auto& [file, all] : edits) {
    std::vector<Edit> of_file;
    for (const auto& [at, some] : all) of_file.insert(of_file.end(), some.begin(), some.end());
    draft.edit(file, std::move(of_file));
  }
  return draft.patches();
}

}  // namespace regreen
