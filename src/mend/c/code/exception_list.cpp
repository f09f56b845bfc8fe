// cpp.drop-exception-list: lists of exceptions behind a function, which C++17 does not have any more.
//
//   error: ISO C++17 does not allow dynamic exception specifications
//
//   long parse(const std::string& text) throw(ParseError);   →   long parse(const std::string& text);
//   void close() throw();                                     →   void close() noexcept;
//
// A function without a list may throw what it threw before. The compiler names those of one source, so that the others of the
// project are mended with them: where a `throw (…)` stands behind the parameters of what is declared, and is no statement.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/owner.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A list behind a function: from `throw` to its closing bracket.
struct ExceptionList {
  std::size_t begin = 0, open = 0, close = 0;
};

std::optional<ExceptionList> list_at(std::string_view code, std::size_t at) {
  if (word_at(code, at) != "throw") return std::nullopt;
  const auto open = code.find_first_not_of(" \t\r\n", at + 5);
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  return close == npos ? std::nullopt : std::optional(ExceptionList{at, open, close});
}

// `Type name(…) throw(`, and not `if (…) throw (`: a type, a pointer or a scope stands in front of the name.
bool is_declared(std::string_view code, const ExceptionList& list) {
  constexpr auto statements =
      std::to_array<std::string_view>({"if", "while", "for", "switch", "catch", "else", "return", "do", "case"});
  auto end = end_of_code_before(code, list.begin);
  for (const std::string_view word : {"const", "volatile"}) {
    if (word_before(code, end) == word) end = end_of_code_before(code, end - word.size());
  }
  const auto open = end == 0 || code[end - 1] != ')' ? npos : bracket_around(code, end - 1);
  const auto name_end = open == npos ? npos : end_of_code_before(code, open);
  if (name_end == npos) return false;
  const auto name = word_before(code, name_end);
  if (name.empty() || is_among(name, statements)) return false;
  const auto next = behind(code, list.close + 1);
  if (next == '{') return true;
  const auto type_end = end_of_code_before(code, name_end - name.size());
  const auto type = word_before(code, type_end);
  if (type_end == 0 || is_among(type, statements)) return false;
  return (next == ';' || next == '=') && (!type.empty() || contains("*&>~", code.substr(type_end - 1, 1)));
}

bool is_empty(std::string_view code, const ExceptionList& list) {
  return trim(code.substr(list.open + 1, list.close - list.open - 1)).empty();
}

Edit without_list(std::string_view code, const ExceptionList& list) {
  if (is_empty(code, list)) return {list.begin, list.close + 1 - list.begin, "noexcept"};
  const auto from = end_of_code_before(code, list.begin);
  return {from, list.close + 1 - from, ""};
}

// The lists that the compiler names. Only a file where it names one is read as code, and once.
std::map<std::string, std::set<std::size_t>> named_lists(const Patient& patient) {
  std::map<std::string, std::string> codes;
  std::map<std::string, std::set<std::size_t>> named;
  for (const auto& place : places_of(patient.tree, patient.diagnosis)) {
    const auto text = is_c_family(place.file) ? patient.tree.read(place.file) : std::nullopt;
    const auto at = text ? offset_of(*text, place.line, place.column, "throw") : std::nullopt;
    if (!at || text->size() > source_bytes_max) continue;
    auto& code = codes[place.file];
    if (code.empty()) code = code_only(*text, Speech::c);
    if (list_at(code, *at)) named[place.file].insert(*at);
  }
  return named;
}

}  // namespace

std::vector<Patch> drop_cpp_exception_list(const Patient& patient) {
  const auto named = named_lists(patient);
  if (named.empty()) return {};
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = is_c_family(path) && !path.ends_with(".c") && !is_foreign(path) ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, "throw")) continue;
    const auto code = code_only(*text, Speech::c);
    std::vector<Edit> edits;
    for (const auto at : words_in(code, "throw")) {
      const auto list = list_at(code, at);
      const bool is_named = named.contains(path) && named.at(path).contains(at);
      if (list && (is_named || (!is_empty(code, *list) && is_declared(code, *list))))
        edits.push_back(without_list(code, *list));
    }
    draft.edit(path, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
