// go.require-comparable: values of a type that may be any one are compared, or are keys of a map.
//
//   invalid operation: cannot compare w == v (incomparable types in type set)
//   invalid map key type K (missing comparable constraint)
//   T does not implement comparable
//
// The parameter becomes `comparable` where its function, or the type of its method, says `any`. What has to do more than
// be compared stays as it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_any(std::string_view constraint) { return constraint == "any" || constraint == "interface{}"; }

/// One name of a list of type parameters, and where the item stands that gives its constraint.
struct Parameter {
  std::string name, constraint;
  std::size_t begin = 0, end = 0;   ///< of the names and constraint that it shares: "T, U any"
  std::vector<std::string> shared;  ///< the names
};

// The list that opens at `open`: [K comparable, T, U any].
std::vector<Parameter> parameters_at(std::string_view code, std::size_t open) {
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  std::vector<Parameter> all;
  std::vector<std::string> names;
  std::size_t begin = open + 1, first = open + 1;
  for (const auto& item : go_list(code.substr(open + 1, close - open - 1))) {
    begin = code.find(item, begin);
    if (names.empty()) first = begin;
    const auto blank = item.find(' ');
    names.push_back(item.substr(0, blank));
    begin += item.size();
    if (blank == npos) continue;
    for (const auto& name : names)
      all.push_back({name, std::string(trim(std::string_view(item).substr(blank))), first, begin, names});
    names.clear();
  }
  return names.empty() ? all : std::vector<Parameter>{};
}

// The line of the function or type around a line, as gofmt writes it.
std::size_t head_of(const Lines& lines, std::size_t number) {
  for (; number >= 1; --number) {
    const auto line = lines.line(number);
    if (line.starts_with("func ") || line.starts_with("type ")) return number;
    if (line.starts_with('}')) return 0;
  }
  return 0;
}

/// Where a list of type parameters stands.
struct List {
  std::string file;
  std::vector<Parameter> parameters;
  std::vector<std::string> called;  ///< the names that the place has for them: a method has its own
};

std::optional<List> list_of_type(const Tree& tree, std::string_view folder, const std::string& type) {
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto code = code_only(tree.read(path).value_or(""), Speech::go);
    const auto head = "type " + type + "[";
    const auto at = code.starts_with(head) ? 0 : code.find("\n" + head);
    if (at == npos) continue;
    return List{path, parameters_at(code, code.find('[', at)), {}};
  }
  return std::nullopt;
}

// func (s *Set[T]) Has(…): the type's list, called as the receiver calls it.
std::optional<List> list_of_receiver(const GoPlace& place, std::string_view head) {
  const auto open = head.find('['), end = head.find(')');
  if (open == npos || open > end) return std::nullopt;
  const auto close = closing_bracket(head, open);
  auto list = list_of_type(place.tree, folder_of(place.file), std::string(word_before(head, open)));
  if (list && close != npos) list->called = go_list(head.substr(open + 1, close - open - 1));
  return list;
}

std::optional<List> list_around(const GoPlace& place) {
  const auto number = head_of(place.lines, place.number);
  if (number == 0) return std::nullopt;
  const auto begin = place.lines.begin(number);
  const auto head = place.code.substr(begin);
  if (head.starts_with("func (")) return list_of_receiver(place, head.substr(0, head.find('\n')));
  const auto name_end = 5 + word_at(head, 5).size();
  if (head.substr(name_end, 1) != "[") return std::nullopt;
  return List{place.file, parameters_at(place.code, begin + name_end), {}};
}

// Has the function a parameter `name` of exactly this type? "(s []T, v, w T)"
bool is_of_type(std::string_view head, std::string_view name, std::string_view type) {
  const auto at = words_in(head, name);
  return std::ranges::any_of(at, [&](std::size_t begin) {
    auto rest = head.substr(begin + name.size());
    while (rest.starts_with(", ")) {  // more names of that type
      rest.remove_prefix(2);
      rest.remove_prefix(word_at(rest, 0).size());
    }
    return rest.starts_with(" " + std::string(type)) && contains(",)", rest.substr(type.size() + 1, 1));
  });
}

// "K does not implement comparable", "invalid map key type K (missing …"; "" where it is not said by name.
std::string parameter_said(std::string_view said) {
  for (const std::string_view mark : {" does not implement comparable", " does not satisfy comparable"}) {
    const auto at = said.find(mark);
    if (at != npos) return std::string(said.substr(0, at).substr(said.substr(0, at).rfind(' ') + 1));
  }
  return std::string(between(said, "map key type ", " ("));
}

// "invalid operation: cannot compare w == v (incomparable…", and without the two words since Go 1.20
std::string comparison_in(std::string_view said) {
  return std::string(
      between(said, contains(said, "cannot compare ") ? "cannot compare " : "invalid operation: ", " ("));
}

// Which of the list is compared: the one that the message names, the only one that may be anything, or the type of a
// parameter that stands in the comparison.
const Parameter* compared(const GoPlace& place, const List& list, std::string_view said) {
  const auto& names = list.parameters;
  const auto called = [&](std::size_t i) { return i < list.called.size() ? list.called[i] : names[i].name; };
  const auto wanted = parameter_said(said);
  const auto number = head_of(place.lines, place.number);
  const auto head = place.lines.line(number);
  const Parameter *open = nullptr, *used = nullptr;
  std::size_t opens = 0, uses = 0;
  const auto words = words_of(comparison_in(said));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!wanted.empty() && called(i) == wanted) return &names[i];
    if (is_any(names[i].constraint)) {
      open = &names[i];
      ++opens;
    }
    if (!std::ranges::any_of(words, [&](const auto& word) { return is_of_type(head, word, called(i)); })) continue;
    used = &names[i];
    ++uses;
  }
  if (!wanted.empty() || uses > 1) return nullptr;
  return uses == 1 ? used : opens == 1 ? open : nullptr;
}

// "T, U any" with U comparable → "T any, U comparable"
Edit with_comparable(const Parameter& one) {
  std::string front, back;
  const auto at = std::ranges::find(one.shared, one.name);
  const std::vector<std::string> before(one.shared.begin(), at), behind(at + 1, one.shared.end());
  if (!before.empty()) front = join(before, ", ") + " " + one.constraint + ", ";
  if (!behind.empty()) back = ", " + join(behind, ", ") + " " + one.constraint;
  return {one.begin, one.end - one.begin, front + one.name + " comparable" + back};
}

}  // namespace

std::vector<Patch> require_go_comparable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !places[0].file.ends_with(".go")) continue;
    const auto code = code_only(*text, Speech::go);
    const Lines lines(*text);
    const PatchedTree tree(patient.tree, draft.patch());
    const GoPlace place{tree,  patient.rules,  places[0].file,   *text,     code,
                        lines, places[0].line, places[0].column, occurrence};
    const auto list = list_around(place);
    const auto* one = list ? compared(place, *list, occurrence.at.text) : nullptr;
    if (one != nullptr && is_any(one->constraint)) draft.edit(list->file, {with_comparable(*one)});
  }
  return draft.patches();
}

}  // namespace regreen
