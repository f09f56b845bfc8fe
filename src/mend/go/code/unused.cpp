// go.remove-unused: variables that a Go file declares and never uses; what their values do stays done.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/imports.h"
#include "mend/go/language/value.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A variable where it is declared.
struct Variable {
  std::string_view text, code;
  const Lines& lines;
  std::size_t number = 0, at = 0;
  std::string_view name;
  const std::set<std::string>& failing;  // functions of the package that answer nothing but an error

  std::size_t begin() const { return lines.begin(number) + indentation(lines.line(number)).size(); }
  std::string_view line() const { return code.substr(lines.begin(number), lines.line(number).size()); }
};

using Edits = std::vector<Edit>;

// Where the statement ends that goes on at `at`: at the end of a line, outside of brackets opened since.
std::size_t statement_end(std::string_view code, std::size_t at) {
  while (at < code.size() && code[at] != '\n' && code[at] != ';') {
    const auto close = contains("([{", code.substr(at, 1)) ? closing_bracket(code, at) : npos;
    at = close == npos ? at + 1 : close + 1;
  }
  return std::min(at, code.size());
}

// Whole lines where the value does nothing, else what it does. Nothing where a function literal was to be called, perhaps.
Edits only_value(const Variable& it, std::size_t begin, std::size_t value) {
  value = it.code.find_first_not_of(" \t", value);
  const auto end = value == npos ? npos : end_of_code_before(it.code, statement_end(it.code, value));
  if (end == npos || end <= value) return {};
  const auto code = it.code.substr(value, end - value), text = it.text.substr(value, end - value);
  const auto function = word_before(code, std::min(code.find('('), code.size()));
  if (contains(code, "func") || it.failing.contains(std::string(function))) return {};
  if (go_does_something(code)) return {{begin, end - begin, go_statement_of(text, code, it.text)}};
  return {without_lines(it.lines, it.lines.number_at(begin), it.lines.number_at(end))};
}

// Does the block that opens at `open` know a name before `end`, by a statement of its own or by its head?
bool is_known_in(std::string_view code, std::size_t open, std::size_t end, std::string_view name) {
  for (const auto at : words_in(code.substr(0, end), name)) {
    if (at < open) continue;
    int depth = 0;
    for (auto i = open + 1; i < at; ++i) depth += code[i] == '{' ? 1 : code[i] == '}' ? -1 : 0;
    const auto rest = code.substr(at, code.find('\n', at) - at);
    const auto sign = rest.find(":=");
    const bool declared = sign != npos && rest.substr(0, sign).find_first_of("({=") == npos;
    if (depth == 0 && (declared || line_before(code, at).ends_with("var "))) return true;
  }
  const auto head = head_before(code, open);
  return contains(head, "func") && !words_in(head, name).empty();
}

// Is a name of the left side known in the block already, so that `:=` would declare nothing?
bool is_known_before(const Variable& it, std::string_view name) {
  const auto open = bracket_around(it.code, it.begin());
  return open != npos && is_known_in(it.code, open, it.begin(), name);
}

// Does the file declare a variable of the package by that name?
bool is_of_package(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto open = bracket_around(code, at);
    if (open == npos) return line_before(code, at) == "var ";
    return code[open] == '(' && line_before(code, open) == "var " && line_before(code, at) == "\t";
  });
}

// Is there one of the same name around the block? Then mostly that one was to be set, and `:=` is the slip.
bool hides_another(const Variable& it) {
  auto inner = bracket_around(it.code, it.begin());
  if (inner == npos) return false;
  for (auto open = bracket_around(it.code, inner); open != npos; open = bracket_around(it.code, inner = open)) {
    if (it.code[open] == '{' && is_known_in(it.code, open, inner, it.name)) return true;
  }
  return is_of_package(it.code, it.name);
}

// `a, b := f()` without a: `_, b := f()`, and without both `f()`; `b, ok := m[k]` without ok: `b := m[k]`.
Edits of_several(const Variable& it, std::size_t sign) {
  const auto front = it.begin();
  const auto names = items_of(it.code.substr(front, sign - front), Speech::go);
  if (may_be_error(it.name) || !is_among(it.name, names)) return {};
  const auto value = trim(it.code.substr(sign + 2, statement_end(it.code, sign + 2) - sign - 2));
  const bool alone = std::ranges::all_of(names, [&](auto name) { return name == it.name || name == "_"; });
  const bool is_call = value.ends_with(')') && !value.ends_with(".(type)");
  if (alone && is_call && items_of(value, Speech::go).size() == 1) return only_value(it, front, sign + 2);
  if (alone) return {};
  if (names.size() == 2 && names[1] == it.name && value.ends_with(']')) {
    const auto end = front + names[0].size();
    return {{end, it.at + it.name.size() - end, ""}};
  }
  const bool declares = std::ranges::any_of(
      names, [&](auto name) { return name != it.name && name != "_" && !is_known_before(it, name); });
  Edits edits = {{it.at, it.name.size(), "_"}};
  if (!declares) edits.push_back({sign, 2, "="});
  return edits;
}

// `for i, v := range x`, `if v, ok := f(); ok`, `switch v := x.(type)`: in the head of a block.
Edits in_head(const Variable& it, std::string_view word, std::size_t sign) {
  const auto front = it.begin() + word.size() + 1;
  const auto names = items_of(it.code.substr(front, sign - front), Speech::go);
  const auto value = it.code.find_first_not_of(' ', sign + 2);
  if (!is_among(it.name, names) || value == npos) return {};
  const bool alone = std::ranges::all_of(names, [&](auto name) { return name == it.name || name == "_"; });
  const bool ranges = it.code.substr(value).starts_with("range "),
             asks = word == "switch" && contains(it.line(), ".(type)");
  if (alone && (ranges || asks)) return {{front, value - front, ""}};
  if (ranges && names.size() == 2 && names[1] == it.name) {
    const auto end = front + names[0].size();
    return {{end, it.at + it.name.size() - end, ""}};
  }
  if (may_be_error(it.name)) return {};
  const auto end = it.code.find(';', value);
  if (!alone || names.size() > 1) return {{it.at, it.name.size(), "_"}};
  if (word == "for" || end == npos || end > it.lines.end(it.number)) return {};
  const auto done = it.code.substr(value, end - value);
  const auto condition = it.code.find_first_not_of("; ", end);
  if (go_does_something(done)) return {{front, value - front, ""}};
  return {{front, condition - front, ""}};
}

// `var a int`, `var a = f()`, `var a, b int`
Edits of_var(const Variable& it) {
  const auto front = it.begin() + 4;
  const auto end = statement_end(it.code, front);
  const auto equals = it.code.substr(front, end - front).find('=');
  const auto rest = it.code.substr(it.at + it.name.size());
  const auto before = it.code.substr(0, end_of_code_before(it.code, it.at));
  if (before.ends_with(',') || trim(rest).starts_with(',')) {
    if (equals != npos) return {{it.at, it.name.size(), "_"}};
    if (before.ends_with(',')) return {{before.size() - 1, it.at + it.name.size() - before.size() + 1, ""}};
    return {{it.at, rest.find_first_not_of(", ") + it.name.size(), ""}};
  }
  if (it.at != front || may_be_error(it.name)) return {};
  if (equals != npos) return only_value(it, it.begin(), front + equals + 1);
  return {without_lines(it.lines, it.number, it.lines.number_at(end_of_code_before(it.code, end)))};
}

Edits of_declaration(const Variable& it) {
  const auto line = trim(it.line());
  const auto sign = it.code.find(":=", it.at);
  const bool has_sign = sign != npos && sign < it.lines.end(it.number);
  for (const std::string_view word : {"for", "if", "switch"}) {
    if (line.starts_with(word) && line.substr(word.size()).starts_with(' '))
      return has_sign ? in_head(it, word, sign) : Edits{};
  }
  if (line.starts_with("var ")) return of_var(it);
  if (!has_sign) return {};
  if (contains(it.code.substr(it.begin(), sign - it.begin()), ",")) return of_several(it, sign);
  if (it.at != it.begin() || may_be_error(it.name)) return {};
  return only_value(it, it.at, sign + 2);
}

// What a later line does that only sets the variable: `a = f()`, `a += 1`, `a++`; nothing where it is another statement.
std::optional<Edits> of_setting(const Variable& it) {
  const auto rest = it.code.substr(it.at + it.name.size());
  if (it.at != it.begin()) return std::nullopt;
  if (trim(rest.substr(0, rest.find('\n'))) == "++" || trim(rest.substr(0, rest.find('\n'))) == "--")
    return Edits{without_lines(it.lines, it.number, it.number)};
  const auto equals = rest.find('=');
  const auto sign = equals == npos ? "" : trim(rest.substr(0, equals));
  const bool sets = equals != npos && (sign.empty() || (sign.size() == 1 && contains("+-*/%|&^", sign))) &&
                    rest.substr(equals + 1, 1) != "=";
  auto edits = sets ? only_value(it, it.at, it.at + it.name.size() + equals + 1) : Edits{};
  return edits.empty() ? std::nullopt : std::optional(edits);
}

// Where the variable is known: to the end of the block around it, or of the one whose head declares it.
std::size_t scope_end(const Variable& it) {
  const auto line = trim(it.line());
  const bool in_head = line.starts_with("for ") || line.starts_with("if ") || line.starts_with("switch ");
  const auto block = in_head ? end_of_code_before(it.code, it.lines.end(it.number)) - 1 : npos;
  const auto open = block != npos && it.code[block] == '{' ? block : bracket_around(it.code, it.at);
  return open == npos ? npos : closing_bracket(it.code, open);
}

// The declaration and all that sets the variable; nothing where one of them cannot go.
Edits remove_variable(const Variable& it) {
  auto edits = hides_another(it) ? Edits{} : of_declaration(it);
  const auto close = scope_end(it);
  if (edits.empty() || close == npos) return {};
  std::set<std::size_t> lines = {it.number};
  for (const auto at : words_in(it.code.substr(0, close), it.name)) {
    const auto rest = it.code.substr(at + it.name.size());
    const bool other = at <= it.at || it.code[at - 1] == '.' || (rest.starts_with(':') && !rest.starts_with(":="));
    if (other) continue;
    const auto number = it.lines.number_at(at);
    auto set = of_setting({it.text, it.code, it.lines, number, at, it.name, it.failing});
    if (!set || !lines.insert(number).second) return {};
    edits.insert(edits.end(), set->begin(), set->end());
  }
  return edits;
}

// What is called so somewhere in the folder and whose only result is an error: to drop that would be to swallow it.
std::set<std::string> functions_of_errors(const Tree& tree, std::string_view folder) {
  std::set<std::string> names;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto text = tree.read(path).value_or("");
    for (const auto line : split_lines(text)) {
      if (!line.starts_with("func ") || go_results(line) != std::vector<std::string>{"error"}) continue;
      const auto open = line.find('(', line.starts_with("func (") ? line.find(')') : 0);
      names.emplace(word_before(line, std::min(open, line.size())));
    }
  }
  return names;
}

}  // namespace

std::vector<Patch> remove_unused_go(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, std::string>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    std::string name(capture(occurrence, "symbol"));
    if (name.empty())
      name = std::string(trim(std::string_view(occurrence.at.text).substr(occurrence.at.text.rfind(':') + 1)));
    if (is_identifier(name)) by_file[places[0].file][{places[0].line, places[0].column}] = name;
  }
  for (const auto& [file, variables] : by_file) {
    bool changed = false;
    const auto failing = functions_of_errors(patient.tree, folder_of(file));
    for (auto one = variables.rbegin(); one != variables.rend();
         ++one) {  // the last first: those above keep their places
      const auto text = draft.read(file);
      const auto at = text ? offset_of(*text, one->first.first, one->first.second, one->second) : std::nullopt;
      if (!at) continue;
      const auto code = code_only(*text, Speech::go);
      const Lines lines(*text);
      changed |= draft.edit(file, remove_variable({*text, code, lines, one->first.first, *at, one->second, failing}));
    }
    if (changed) settle_go_imports(draft, file, patient.rules);
  }
  return draft.patches();
}

}  // namespace regreen
