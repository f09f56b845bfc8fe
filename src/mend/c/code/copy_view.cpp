// cpp.copy-view: a view of a text is handed to what takes a std::string, which no view becomes by itself.
//
//   sink.cpp:7:21: error: no matching function for call to ‘…::push_back(std::string_view&)’
//   note:   no known conversion for argument 1 from ‘std::string_view’ … to ‘const …::value_type&’ {aka ‘const …basic_string<char>&’}
//
// Where the compiler says so of every function that could be meant and of the same argument, that argument is copied into a string;
// and what is returned, where it says that of the whole value; and a side of a `+` that takes no view. Not where the copy may be
// looked at when it is gone: a function that takes a reference may keep it or answer a part of it, but no container of the standard
// library does.

#include "base/text.h"
#include "mend/c/code/joined_view.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
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

// A list of values or what was taken out of a container, which containers take as well: no text is meant to be one.
bool is_of_containers(std::string_view note) {
  const auto said = plain_quotes(note);
  const auto type = type_behind(said, " to '");
  return contains(type, "initializer_list<") || contains(type, "_Node_handle<") || contains(type, "node_type");
}

bool is_of_standard_library(const Note& note) {
  return !note.place && note.front.starts_with('/') && contains(note.front, "/include/c++/");
}

// Does a function get a string of its own?
bool takes_a_copy(const Note& note) {
  const auto said = plain_quotes(note.text);
  return !type_behind(said, " to '").ends_with('&');
}

// Is what stands in front of a bracket a member that is called: `all.push_back(`?
bool is_member_call(std::string_view code, std::size_t open) {
  const auto front = code.substr(0, open - word_before(code, open).size());
  return front.ends_with('.') || front.ends_with("->");
}

// The argument that all candidates of an error would take as a string of their own.
std::optional<std::size_t> argument_of(const Tree& tree, const Occurrence& occurrence, bool is_member) {
  std::optional<std::size_t> all;
  for (const auto& note : notes_below(tree, occurrence, {"no known conversion"})) {
    if (is_of_containers(note.text)) continue;
    const auto one = argument_in(note.text);
    const bool is_kept = takes_a_copy(note) || (is_member && is_of_standard_library(note));
    if (!one || !is_kept || (all && *all != *one)) return std::nullopt;
    all = one;
  }
  return all;
}

// "could not convert ‘name’ from ‘std::string_view’ … to ‘std::string’ …", of what a line returns.
std::vector<Edit> copied_answer(const CSource& source, std::size_t number, std::size_t column_at,
                                const Occurrence& occurrence) {
  const std::string_view code = source.code;
  const auto said = plain_quotes(occurrence.at.text);
  constexpr std::string_view mark = "could not convert '";
  const auto at = said.find(mark);
  const auto end = at == npos ? npos : said.find("' from '", at);
  const auto type = type_behind(said, " to '");
  if (end == npos || !is_view(type_behind(said, "' from '")) || !is_string(type) || type.ends_with('&')) return {};
  const auto value = said.substr(at + mark.size(), end - at - mark.size());
  const Lines lines(source.text);
  const auto statement = "return " + value + ";";
  const auto line = code.substr(lines.begin(number), lines.line(number).size());
  const auto found = line.find(statement);
  if (found == npos || line.find(statement, found + 1) != npos) return {};
  const auto begin = lines.begin(number) + found + std::string_view("return ").size();
  if (column_at < begin || column_at >= begin + value.size()) return {};
  return {{begin, 0, "std::string("}, {begin + value.size(), 0, ")"}};
}

// The edits that copy an argument of the call whose bracket opens at a byte.
std::vector<Edit> copied(std::string_view code, std::size_t open, std::size_t number) {
  const auto close = open >= code.size() || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  const auto items = items_of(code.substr(open + 1, close - open - 1), Speech::c);
  if (number > items.size() || items[number - 1].empty()) return {};
  const auto item = items[number - 1];
  const bool is_copied = item.starts_with("std::string(");
  if (is_copied || item.find_first_of("{?\n") != npos || contains(item, "...")) return {};
  const auto at = offset_in(code, item);
  return {{at, 0, "std::string("}, {at + item.size(), 0, ")"}};
}

// The edits that an error asks for; none where it is about something else.
std::vector<Edit> edits_for(const Tree& tree, const Occurrence& occurrence, const TreePlace& place,
                            const CSource& source, const ViewTakers& takers) {
  const auto at = offset_of(source.code, place.line, place.column);
  if (!at) return {};
  if (auto joined = joined_views(source.code, *at, occurrence.at.text, takers); !joined.empty()) return joined;
  // gcc points to the bracket, clang to the name in front of it.
  const auto open = *at + word_at(source.code, *at).size();
  if (const auto number = argument_of(tree, occurrence, is_member_call(source.code, open)))
    return copied(source.code, open, *number);
  return copied_answer(source, place.line, *at, occurrence);
}

}  // namespace

std::vector<Patch> copy_cpp_view(const Patient& patient) {
  Draft draft(patient.tree);
  const ViewTakers takers(patient.tree);
  std::map<std::string, std::map<std::size_t, Edit>> edits;  // by file and place
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    const auto source = c_source(draft, places[0].file);
    if (!source) continue;
    for (auto& edit : edits_for(patient.tree, occurrence, places[0], *source, takers))
      edits[places[0].file].try_emplace(edit.offset, std::move(edit));
  }
  for (auto& [file, all] : edits) {
    std::vector<Edit> of_file;
    for (auto& [at, edit] : all) of_file.push_back(std::move(edit));
    draft.edit(file, std::move(of_file));
  }
  return draft.patches();
}

}  // namespace regreen
