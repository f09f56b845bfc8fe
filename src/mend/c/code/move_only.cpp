// cpp.move: a value that has one owner is copied where it is handed on. It is moved there, where that is the last time that
// its function names it; a loop that only looks at such values takes them by reference. Pointers, threads, locks and promises
// of the standard library alone: another class may be meant to stay where it is.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/owner.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Is a block that may run several times, or later, between the declaration and the use?
bool is_repeated(std::string_view code, const Owner& owner, std::size_t use) {
  const auto between_them = code.substr(owner.declared, use - owner.declared);
  if (contains(between_them, "[&")) return true;  // a lambda that may run behind the use
  for (const std::string_view word : {"for", "while", "do"}) {
    for (const auto at : words_in(between_them, word)) {
      const auto begin = owner.declared + at;
      const auto open = code.find_first_of("({", begin);
      const auto head = open == npos ? npos : code[open] == '(' ? closing_bracket(code, open) : open - 1;
      if (head == npos || head > use) return true;
      const auto body = code.find_first_not_of(" \t\r\n", head + 1);
      const bool is_block = body != npos && code[body] == '{';
      const auto end = is_block ? closing_bracket(code, body) : code.find(';', head);
      if (end == npos || use <= end) return true;
    }
  }
  for (auto open = bracket_around(code, use); open != npos; open = bracket_around(code, open)) {
    const auto last = end_of_code_before(code, open);
    if (open < owner.declared) {  // for (…; …; take(name))
      if (code[open] == '(' && word_before(code, last) == "for") return true;
      continue;
    }
    if (code[open] != '{' || last == 0) continue;
    if (contains(head_before(code, last), "[")) return true;  // a lambda
  }
  return false;
}

// Does a bracket ask for a value and not take it: `if (name)`, `sizeof(name)`?
bool only_asks(std::string_view code, std::size_t bracket) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"if", "while", "switch", "for", "sizeof", "alignof", "decltype", "typeid", "noexcept"});
  const auto word = word_before(code, end_of_code_before(code, bracket));
  return is_among(word, words);
}

/// A variable that is handed on whole: `f(name)`, `= name`, `member(name)`.
std::vector<std::size_t> handed_on(std::string_view code, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> uses;
  for (auto at = begin; at < end; ++at) {
    const auto stop = at + word_at(code, at).size();
    if (stop == at) continue;
    const auto before = end_of_code_before(code, at);
    const bool is_whole = before > 0 && contains("(,={", code.substr(before - 1, 1)) &&
                          contains("),;}", std::string(1, behind(code, stop)));
    const bool is_moved = before > 4 && word_before(code, before - 1) == "move";
    const bool is_asked = is_whole && code[before - 1] == '(' && only_asks(code, before - 1);
    const bool is_equal = before > 1 && contains("=!<>+-", code.substr(before - 2, 1)) && code[before - 1] == '=';
    if (is_whole && !is_moved && !is_equal && !is_asked) uses.push_back(at);
    at = stop;
  }
  return uses;
}

// Does the last statement of a code leave the function?
bool leaves(std::string_view code) {
  const auto last = code.substr(0, end_of_code_before(code, code.size()));
  if (!last.ends_with(';')) return false;
  const auto word = word_at(trim(head_before(last, last.size() - 1)), 0);
  return word == "return" || word == "throw";
}

// How far the function goes on with a variable behind its use: to the end of where it is known, or to the `return` of the
// statement or of the block around it.
std::size_t end_of_run(std::string_view code, std::size_t use, const Owner& owner) {
  const auto front = head_before(code, use);
  if (!words_in(front, "return").empty() || !words_in(front, "throw").empty())
    return std::min(code.find(';', use), owner.end);
  for (auto open = bracket_around(code, use); open != npos && open > owner.declared;
       open = bracket_around(code, open)) {
    const auto close = code[open] == '{' ? closing_bracket(code, open) : npos;
    if (close != npos && close < owner.end && leaves(code.substr(use, close - use))) return close;
  }
  return owner.end;
}

// The edit at the only variable of a statement that owns what it hands on, and is not named again.
std::optional<Edit> moved(std::string_view code, std::size_t begin, std::size_t end) {
  std::optional<Edit> found;
  for (const auto use : handed_on(code, begin, end)) {
    const auto name = word_at(code, use);
    const auto stop = use + name.size();
    const auto owner = owner_of(code, name, use);
    if (!owner) continue;
    if (found) return std::nullopt;
    const auto rest = words_in(code.substr(stop, end_of_run(code, use, *owner) - stop), name);
    const auto front = head_before(code, use);
    const auto statement = use - front.size();
    auto same = words_in(front, name);
    if (owner->declared >= statement) std::erase(same, owner->declared - statement);
    if (!rest.empty() || !same.empty() || is_repeated(code, *owner, use)) return std::nullopt;
    found = Edit{use, stop - use, "std::move(" + std::string(name) + ")"};
  }
  return found;
}

// Does a code give the value away, or call what is not for constant ones?
bool changes(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto rest = trim(code.substr(at + name.size()));
    const bool assigns = rest.starts_with('=') && !rest.starts_with("==");
    static constexpr auto calls = std::to_array<std::string_view>(
        {".reset(", ".release(", ".swap(", ".join(", ".detach(", ".get(", ".wait(", ".set_", ".lock(", ".unlock("});
    const bool is_called = std::ranges::any_of(calls, [&](auto call) { return rest.starts_with(call); });
    const auto before = end_of_code_before(code, at);
    const bool is_moved = before > 4 && word_before(code, before - 1) == "move";
    return assigns || is_moved || is_called;
  });
}

// `for (auto x : all)` → `for (const auto& x : all)`; not const where the loop does more than to look at them.
std::vector<Edit> looked_at(std::string_view code, std::size_t begin, std::size_t end) {
  for (const auto word : words_in(code.substr(begin, end - begin), "for")) {
    const auto open = code.find('(', begin + word), close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos) continue;
    const auto first = code.find_first_not_of(" \t", open + 1);
    auto colon = code.find(':', first);
    while (colon != npos && code.substr(colon, 2) == "::") colon = code.find(':', colon + 2);
    if (colon == npos || colon > close) continue;
    const auto name_end = end_of_code_before(code, colon);
    const auto name = word_before(code, name_end);
    const auto type_end = end_of_code_before(code, name_end - name.size());
    const auto type = code.substr(first, type_end - first);
    if (name.empty() || contains(type, "&") || !(trim(type).ends_with("auto") || ends_owner(code, type_end))) continue;
    const auto body = code.find_first_not_of(" \t\r\n", close + 1);
    const auto body_end = body != npos && code[body] == '{' ? closing_bracket(code, body) : code.find(';', close);
    if (body_end == npos) continue;
    std::vector<Edit> edits = {{type_end, 0, "&"}};
    const bool is_const = !words_in(type, "const").empty();
    if (!is_const && !changes(code.substr(close + 1, body_end - close - 1), name))
      edits.push_back({first, 0, "const "});
    return edits;
  }
  return {};
}

// The end of the statement that a line ends in the middle of; the end of the line where it ends one.
std::size_t end_of_statement(std::string_view code, std::size_t line_end) {
  const auto last = end_of_code_before(code, line_end);
  if (last > 0 && contains(";{}", code.substr(last - 1, 1))) return line_end;
  return std::min(code.find_first_of(";{}", line_end), code.size());
}

// gcc and clang name the place in the header that copies; the one that led to it stands above or below.
std::vector<TreePlace> places_leading_to(const Tree& tree, const Occurrence& occurrence) {
  auto places = noted_places(tree, occurrence, {"requested here"});
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    if (contains(*line, ": error: ")) break;
    const auto end = line->find(":   required from here");
    if (end == npos) continue;
    if (auto place = place_in_front(tree, std::string_view(*line).substr(0, end))) places.push_back(std::move(*place));
    break;
  }
  return places;
}

}  // namespace

std::vector<Patch> move_cpp_owner(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> by_file;
  for (const auto& place : places_of(patient.tree, patient.diagnosis)) by_file[place.file].insert(place.line);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_leading_to(patient.tree, occurrence)) by_file[place.file].insert(place.line);
  }
  Draft draft(patient.tree);
  for (const auto& [file, numbers] : by_file) {
    const auto text = is_c_family(file) && !file.ends_with(".c") ? draft.read(file) : std::nullopt;
    if (!text || text->size() > source_bytes_max) continue;
    const auto code = code_only(*text, Speech::c);
    const Lines lines(*text);
    std::map<std::size_t, Edit> edits;
    bool moves = false;
    for (const auto number : numbers) {
      if (!lines.has(number)) continue;
      const auto end = end_of_statement(code, lines.end(number));
      if (auto edit = moved(code, lines.begin(number), end)) {
        moves = true;
        edits.emplace(edit->offset, *edit);
        continue;
      }
      for (const auto& edit : looked_at(code, lines.begin(number), lines.end(number))) edits.emplace(edit.offset, edit);
    }
    std::vector<Edit> all;
    for (const auto& [at, edit] : edits) all.push_back(edit);
    if (const auto include =
            moves && !contains(code, "std::move(") ? add_include(file, *text, "<utility>") : std::nullopt)
      all.push_back(*include);
    draft.edit(file, std::move(all));
  }
  return draft.patches();
}

}  // namespace regreen
