// rust.clone-moved: a value that is used after it was handed away is handed away as a copy, where rustc says that it was:
//   17 |   list.push(member);
//      |             ------ value moved here
// A value that cannot be copied so does not compile, and the repair proves itself not. Where what is changed is the copy, and
// nobody sees it again, the value was meant: a builder whose answer is dropped, a list that a function is to fill.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/function.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view moved_here = "value moved here", moved_by_call = "moved due to this method call";

struct Move {
  std::size_t line = 0;
  std::size_t column = 0;  // from 0
  bool by_call = false;    // the column is that of the method, the value stands before it
};

// "error[E0382]: borrow of moved value: `member`"
std::string moved_name(std::string_view header) {
  if (!contains(header, "E0382") || !contains(header, "moved value: `")) return "";
  const auto open = header.find('`');
  const auto name = header.substr(open + 1, header.find('`', open + 1) - open - 1);
  return is_identifier(name) ? std::string(name) : "";
}

// Where the label's marks begin; without marks before it, the label stands under the place itself.
std::size_t marked_column(std::string_view row, std::size_t label) {
  if (label < 2 || row[label - 1] != ' ' || !contains("-^", row.substr(label - 2, 1))) return label;
  auto at = label - 2;
  while (at > 0 && row[at - 1] == row[label - 2]) --at;
  return at;
}

std::optional<Move> move_in(const Occurrence& occurrence) {
  std::size_t number = 0;
  for (const auto& line : occurrence.after) {
    const auto bar = line.find('|');
    if (line.starts_with("error") || contains(line, "::: ")) return std::nullopt;
    if (bar == npos) continue;
    if (const auto gutter = line_number(trim(std::string_view(line).substr(0, bar)))) {
      number = static_cast<std::size_t>(*gutter);
      continue;
    }
    const auto row = std::string_view(line).substr(std::min(bar + 2, line.size()));
    const auto call = row.find(moved_by_call);
    const auto here = row.find(moved_here);
    if (number == 0 || (call == npos && here == npos)) continue;
    const auto label = call == npos ? here : row.find('`');
    if (label == npos || label > std::min(call, here)) return std::nullopt;
    return Move{number, marked_column(row, label), call != npos};
  }
  return std::nullopt;
}

// Where a statement ends; npos where a block does before.
std::size_t end_of_statement(std::string_view code, std::size_t at) {
  for (at = code.find_first_of("([{;})]", at); at != npos; at = code.find_first_of("([{;})]", at + 1)) {
    if (code[at] == ';') return at;
    if (contains(")]}", code.substr(at, 1))) return npos;
    at = closing_bracket(code, at);
    if (at == npos) break;
  }
  return npos;
}

// `builder.port(8080);`, where the method answers what is dropped. What goes through a list (`into_iter`) changes nothing.
bool is_answer_dropped(std::string_view code, std::size_t value, std::size_t method) {
  if (word_at(code, method).starts_with("into_")) return false;
  return trim(head_before(code, value)).empty() && end_of_statement(code, value) != npos;
}

/// A value among the arguments of a call.
struct Argument {
  std::string_view function;
  std::size_t number = 0;
  bool is_of_method = false;
};

std::optional<Argument> argument_at(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  Argument argument{word_before(code, open)};
  if (argument.function.empty()) return std::nullopt;
  argument.is_of_method = code.substr(0, open - argument.function.size()).ends_with('.');
  const auto before = code.substr(open + 1, at - open - 1);
  const auto all = items_of(code.substr(open + 1, close - open - 1), Speech::rust);
  argument.number = static_cast<std::size_t>(std::ranges::count_if(
      all, [&](auto one) { return offset_in(code, one) + one.size() <= open + 1 + before.size(); }));
  return argument;
}

// `fn fill(mut names: Vec<String>)`
bool changes_argument(std::string_view code, const Argument& argument) {
  return std::ranges::any_of(words_in(code, argument.function), [&](auto at) {
    const auto end = end_of_code_before(code, at);
    const auto list = word_before(code, end) == "fn" ? rust_parameters_at(code, end - 2) : npos;
    const auto close = list == npos ? npos : closing_bracket(code, list);
    if (close == npos) return false;
    const auto parameters = items_of(code.substr(list + 1, close - list - 1), Speech::rust);
    const auto number = argument.number + (argument.is_of_method ? 1 : 0);
    return number < parameters.size() && parameters[number].starts_with("mut ");
  });
}

bool is_changed_by_call(const Tree& tree, std::string_view code, std::size_t at) {
  const auto argument = argument_at(code, at);
  return argument && std::ranges::any_of(tree.list(), [&](const std::string& path) {
           const auto text = path.ends_with(".rs") && !is_vendored(path) ? tree.read(path).value_or("") : "";
           if (text.size() > source_bytes_max || !contains(text, argument->function) || !contains(text, "mut "))
             return false;
           return changes_argument(code_only(text, Speech::rust), *argument);
         });
}

std::optional<Edit> as_copy(const Tree& tree, std::string_view text, const Move& move, std::string_view name) {
  const Lines lines(text);
  if (!lines.has(move.line)) return std::nullopt;
  const auto code = code_only(text, Speech::rust);
  const auto line = std::string_view(code).substr(lines.begin(move.line), lines.line(move.line).size());
  const auto begin = !move.by_call ? move.column : move.column < name.size() + 1 ? npos : move.column - name.size() - 1;
  if (begin == npos || !is_among(begin, words_in(line, name))) return std::nullopt;
  const auto end = begin + name.size();
  const auto next = line.substr(end, 1);
  if (move.by_call ? next != "." || line.substr(end).starts_with(".clone()")
                   : !next.empty() && !contains("),;}] ", next))
    return std::nullopt;
  const auto value = lines.begin(move.line) + begin;
  if (move.by_call ? is_answer_dropped(code, value, lines.begin(move.line) + move.column)
                   : is_changed_by_call(tree, code, value))
    return std::nullopt;
  return Edit{lines.begin(move.line) + end, 0, ".clone()"};
}

}  // namespace

std::vector<Patch> clone_moved_rust(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto name = moved_name(occurrence.at.text);
    const auto move = name.empty() ? std::nullopt : move_in(occurrence);
    const auto places = places_around(patient.tree, occurrence);
    const auto text = !move || places.empty() ? std::nullopt : draft.read(places[0].file);
    const auto edit = text ? as_copy(patient.tree, *text, *move, name) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
