// rust.own-argument: what a method is given still borrows from the value that the method changes.
//
//   error[E0502]: cannot borrow `*self` as mutable because it is also borrowed as immutable
//   20 |             self.add(text);
//
// The argument is copied before the call, if it is a field of that value, or the only one that can borrow:
// `let text = text.to_owned();`. Where the copy borrows as well, the compiler refuses as before. A field's name that the function
// gives to something else is not taken from it: the copy is `own_text` then.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/function.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_used_by_call(const Occurrence& occurrence) {
  if (!contains(occurrence.at.text, "error[E0502]") ||
      !contains(occurrence.at.text, "as mutable because it is also borrowed as immutable"))
    return false;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) return false;
    if (contains(line, "immutable borrow later used by call")) return true;
  }
  return false;
}

// Numbers, texts and the like borrow nothing.
bool is_literal(std::string_view argument) {
  return argument == "true" || argument == "false" || argument.find_first_of("\"'0123456789-") == 0;
}

// The fields behind a receiver: "a.b" of `&self.a.b`; "" of anything else.
std::string_view field_of(std::string_view argument, std::string_view receiver) {
  const auto front = "&" + std::string(receiver) + ".";
  if (!argument.starts_with(front)) return "";
  argument.remove_prefix(front.size());
  const auto parts = split(argument, '.');
  return std::ranges::all_of(parts, [](auto part) { return is_identifier(part); }) ? argument : "";
}

// What the function around a place says: its parameters and body. Outside of functions, all.
std::string_view function_around(std::string_view text, std::string_view code, std::size_t at) {
  const auto function = rust_function_around(code, at);
  return function ? text.substr(function->list, function->close - function->list) : text;
}

// Does a text name something so that is no field? What a format string shows, `"{name}"`, counts.
bool is_named(std::string_view text, std::string_view name) {
  return std::ranges::any_of(words_in(text, name), [&](auto at) { return !text.substr(0, at).ends_with('.'); });
}

// A name for the copy of a field that nothing else in the function has; "" where there is none.
std::string free_name(std::string_view function, const std::string& field) {
  for (const auto& name : {field, "own_" + field}) {
    if (!is_named(function, name)) return name;
  }
  return "";
}

/// A copy and the place of the argument that it takes.
struct Copy {
  std::size_t at = 0, size = 0;
  std::string name, value;
};

// The only argument of its kind; "" where there is none, or several are.
template <class Is>
std::string_view only_one(const std::vector<std::string_view>& arguments, const Is& is) {
  const auto found = std::ranges::find_if(arguments, is);
  return found != arguments.end() && std::ranges::count_if(arguments, is) == 1 ? *found : std::string_view();
}

// A field of the receiver, else the only argument that is none of those that borrow nothing.
std::optional<Copy> copy_for(std::string_view text, std::string_view code, std::size_t call) {
  const auto open = code.find_first_of("(;", call);
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  const auto dot = code.substr(0, open).rfind('.');
  if (close == npos || dot == npos || dot < call) return std::nullopt;
  const auto receiver = trim(code.substr(call, dot - call));
  const auto arguments = items_of(code.substr(open + 1, close - open - 1), Speech::rust);
  const auto whole = only_one(arguments, [&](auto one) { return !field_of(one, receiver).empty(); });
  const auto other = only_one(arguments, [](auto one) { return !is_literal(one); });
  const auto taken = whole.empty() ? other : whole;
  if (whole.empty() && !is_identifier(other)) return std::nullopt;
  Copy copy{offset_in(code, taken), taken.size(), std::string(taken), std::string(taken)};
  if (!whole.empty()) {
    copy.name = free_name(function_around(text, code, call), std::string(whole.substr(whole.rfind('.') + 1)));
    if (copy.name.empty()) return std::nullopt;
    copy.value = whole.substr(1);
  }
  copy.value += ".to_owned()";
  return copy;
}

}  // namespace

std::vector<Patch> own_rust_argument(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = is_used_by_call(occurrence) ? rustc_place(patient.tree, occurrence) : std::nullopt;
    const auto text = place ? patient.tree.read(place->file) : std::nullopt;
    const auto at = text ? offset_of(*text, place->line, place->column) : std::nullopt;
    if (!at || text->size() > source_bytes_max || draft.read(place->file) != text)
      continue;  // one for each file: places below have moved
    const auto code = code_only(*text, Speech::rust);
    const auto head = trim(head_before(code, *at));
    const auto statement = head.empty() ? *at : offset_in(code, head);
    const bool has_own_line = trim(line_before(code, statement)).empty();
    const bool is_statement = has_own_line && (head.empty() || head.starts_with("let "));
    const auto copy = is_statement ? copy_for(*text, code, *at) : std::nullopt;
    if (!copy) continue;
    const Lines lines(*text);
    const auto first = lines.number_at(statement);
    const std::string indent(indentation(lines.line(first))), end(line_end(*text));
    draft.edit(place->file, {{lines.begin(first), 0, indent + "let " + copy->name + " = " + copy->value + ";" + end},
                             {copy->at, copy->size, "&" + copy->name}});
  }
  return draft.patches();
}

}  // namespace regreen
