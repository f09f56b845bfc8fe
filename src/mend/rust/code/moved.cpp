// rust.clone-moved: a value that is used after it was handed away is handed away as a copy, where rustc says that it was:
//   17 |   list.push(member);
//      |             ------ value moved here
// A value that cannot be copied so does not compile, and the repair proves itself not.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
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

std::optional<Edit> as_copy(std::string_view text, const Move& move, std::string_view name) {
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
    const auto edit = text ? as_copy(*text, *move, name) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
