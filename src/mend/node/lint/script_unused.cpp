// js.remove-unused: what linters and compilers find unused and that can go without a trace: names of imports, constants
// with a plain value, and directives that silence nothing.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/node/lint/hidden_use.h"
#include "mend/node/lint/unused_parameter.h"
#include "mend/node/lint/unused_type.h"
#include "mend/node/lint/unused_value.h"
#include "mend/node/packages/module_effect.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Unused {
  std::string name;  // empty: the directive on the line; "*": all that a pattern takes
  std::size_t line = 0;
  std::size_t column = 0;  // 0: not known

  bool tsc = false;    // says so, not a linter
  bool typed = false;  // who calls it is checked

  auto operator<=>(const Unused&) const = default;
};

std::string name_said(std::string_view said) {
  if (!contains(said, "never used") && !contains(said, "never read") && !contains(said, "is defined but")) return "";
  return std::string(between(said, "'", "'"));
}

// "   1:20  warning  'writable' is defined but never used  no-unused-vars", of all that stand above the last word.
void add_warnings(const Tree& tree, const Occurrence& occurrence, std::map<std::string, std::vector<Unused>>& all) {
  for (const auto& row : lint_rows(tree, occurrence.before)) {
    const auto said = trim(row.text);
    const auto number = line_number(said.substr(0, said.find(':')));
    const auto column = line_number(between(said, ":", " ")).value_or(0);
    const auto name = name_said(said);
    if (row.file && number && contains(said, " warning ") && is_identifier(name))
      all[*row.file].push_back(
          {.name = name, .line = static_cast<std::size_t>(*number), .column = static_cast<std::size_t>(column)});
  }
}

std::map<std::string, std::vector<Unused>> all_unused(const Patient& patient) {
  std::map<std::string, std::vector<Unused>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    if (contains(said, "too many warnings")) add_warnings(patient.tree, occurrence, all);
    const bool directive = contains(said, "Unused '@ts-expect-error'");
    const auto name = contains(said, "All destructured elements are unused") ? "*" : name_said(said);
    if (!directive && name != "*" && !is_identifier(name)) continue;
    const auto places = places_of(patient.tree, occurrence);
    const auto file = places.empty() ? eslint_file(patient.tree, occurrence.before) : places[0].file;
    const auto line = places.empty() || places[0].line == 0 ? parse_number(capture(occurrence, "line")).value_or(0)
                                                            : static_cast<long>(places[0].line);
    const auto column = places.empty() || places[0].line == 0 ? line_number(capture(occurrence, "column")).value_or(0)
                                                              : static_cast<long>(places[0].column);
    if (file && line > 0)
      all[*file].push_back({.name = directive ? "" : name,
                            .line = static_cast<std::size_t>(line),
                            .column = static_cast<std::size_t>(column),
                            .tsc = contains(said, "TS6133")});
  }
  return all;
}

// The declaration `const name = …` whose value does nothing but be: a literal, a name, or a module that is required.
bool is_plain(std::string_view value) {
  value = trim(value);
  if (value.ends_with(';')) value = trim(value.substr(0, value.size() - 1));
  if (value.starts_with("require(") && value.find(')') + 1 == value.size()) return true;
  const bool quoted =
      value.size() > 1 && contains("'\"", value.substr(0, 1)) && value.find(value[0], 1) + 1 == value.size();
  return quoted || (!value.empty() && value.find_first_of("(){}[]`=;,+-*/<>?'\" ") == npos);
}

// { a, b: c } without what binds `name`; nothing where it is not among them.
std::optional<std::string> list_without(std::string_view list, const std::string& name, bool& is_left) {
  std::vector<std::string> kept;
  bool found = false;
  for (const auto item : split(list, ',')) {
    auto bound = trim(item);
    if (bound.starts_with("type ")) bound = trim(bound.substr(5));
    for (const std::string_view mark : {": ", " as "}) {
      if (const auto at = bound.find(mark); at != npos) bound = trim(bound.substr(at + mark.size()));
    }
    if (bound == name)
      found = true;
    else if (!trim(item).empty())
      kept.emplace_back(trim(item));
    if (contains(item, "...") || contains(item, "{") || contains(item, "=")) return std::nullopt;
  }
  is_left = !kept.empty();
  return found ? std::optional("{ " + join(kept, ", ") + " }") : std::nullopt;
}

// `import a from`, `import * as a from`, and the default one of `import a, { b } from`
std::optional<Edit> without_import(std::string_view line, std::size_t begin, std::size_t length,
                                   const std::string& name) {
  const auto from = line.find(" from ");
  auto head = trim(line.substr(7, from - 7));
  if (head.starts_with("type ") && !head.starts_with("type {")) head = trim(head.substr(5));
  if (head == name || head == "* as " + name) return Edit{begin, length, ""};
  const auto comma = head.find(',');
  if (comma == npos) return std::nullopt;
  const auto first = trim(head.substr(0, comma)), rest = trim(head.substr(comma + 1));
  if (first == name) return Edit{begin + line.find(first), offset_in(first, rest), ""};
  bool is_left = false;
  if (!rest.starts_with('{') || !rest.ends_with('}')) return std::nullopt;
  const auto list = list_without(rest.substr(1, rest.size() - 2), name, is_left);
  const auto at = begin + offset_in(line, first);
  if (!list) return std::nullopt;
  return Edit{at, head.size(), is_left ? std::string(first) + ", " + *list : std::string(first)};
}

// A line of a list that is written below each other: `import {` … `} from 'x';`, `const {` … `} = require('x');`
std::optional<Edit> without_item(std::string_view code, const Lines& lines, const Unused& unused) {
  auto item = trim(code.substr(lines.begin(unused.line), lines.line(unused.line).size()));
  if (!item.ends_with(',')) return std::nullopt;
  item = trim(item.substr(0, item.size() - 1));
  for (const std::string_view mark : {"type ", " as ", ": "}) {
    const auto at = item.find(mark);
    if (at != npos) item = trim(item.substr(at + mark.size()));
  }
  const auto open = bracket_around(code, lines.begin(unused.line));
  const auto close = open == npos || code[open] != '{' ? npos : closing_bracket(code, open);
  if (item != unused.name || close == npos) return std::nullopt;
  const auto list = code.substr(open + 1, close - open - 1);
  const auto head = trim(line_before(code, open)), behind = trim(code.substr(close + 1, 5));
  const bool imports = head.starts_with("import") && behind.starts_with("from");
  const bool takes = head == "const" && behind.starts_with("=") && !contains(list, "...");
  if ((!imports && !takes) || items_of(list, Speech::javascript).size() < 2) return std::nullopt;
  return Edit{lines.begin(unused.line), lines.begin(unused.line + 1) - lines.begin(unused.line), ""};
}

// `const { a, b } = f();` without both: `f();`
std::optional<Edit> without_pattern(std::string_view text, std::string_view code, const Lines& lines,
                                    std::size_t number, const Edit& whole) {
  const auto begin = lines.begin(number);
  const auto line = code.substr(begin, lines.line(number).size());
  const auto open = line.find_first_of("{[");
  const auto close = open == npos || trim(line.substr(0, open)) != "const" ? npos : closing_bracket(line, open);
  const auto equals = close == npos ? npos : line.find(" = ", close);
  if (equals == npos) return std::nullopt;
  const auto pattern = line.substr(open, close + 1 - open);
  if (is_plain(text.substr(begin + equals + 3, line.size() - equals - 3))) return whole;
  return contains(pattern, "=") ? std::nullopt : without_unused_binding(text, code, number, pattern);
}

// `let name: Type;`
bool is_only_declared(std::string_view line, std::string_view name) {
  const auto rest = line.starts_with("let ") || line.starts_with("var ") ? trim(line.substr(4)) : "";
  if (!rest.starts_with(name) || rest.find_first_of(",={") != npos) return false;
  const auto behind = trim(rest.substr(name.size()));
  return behind.empty() || behind == ";" || (behind.starts_with(':') && behind.ends_with(';'));
}

UnusedParameter as_parameter(const Unused& unused) {
  return {unused.name, unused.line, unused.column, unused.tsc, unused.typed};
}

std::optional<Edit> without(std::string_view text, const Unused& unused) {
  const Lines lines(text);
  const auto line = lines.line(unused.line);
  const Edit whole{lines.begin(unused.line), lines.begin(unused.line + 1) - lines.begin(unused.line), ""};
  const auto code = trim(line);
  if (unused.name.empty()) {
    const bool alone = code.starts_with("//") && contains(code, "@ts-expect-error");
    return alone ? std::optional(whole) : std::nullopt;
  }
  const auto all_code = code_only(text, Speech::javascript);
  if (unused.name == "*") return without_pattern(text, all_code, lines, unused.line, whole);
  if (auto item = without_item(all_code, lines, unused)) return item;
  if (auto binding = without_unused_binding(text, all_code, unused.line, unused.name)) return binding;
  const bool declares = code.starts_with("const ") || code.starts_with("let ") || code.starts_with("var ");
  const bool imports = code.starts_with("import ");
  // What is never set again may share its name with other things: it is the one on the line that nothing reads.
  const bool is_fixed = imports || code.starts_with("const ");
  if (!is_fixed && words_in(all_code, unused.name).size() != 1)
    return without_parameter(all_code, lines, as_parameter(unused));
  if (auto type = without_type(text, unused.line, unused.name)) return type;
  const auto equals = line.find(imports ? " from " : " = ");
  if (declares && equals == npos && is_only_declared(code, unused.name)) return whole;
  if ((!declares && !imports) || equals == npos) return without_parameter(all_code, lines, as_parameter(unused));
  const auto open = line.find('{');
  const bool whole_or_mixed = imports && !code.starts_with("import {") && !code.starts_with("import type {");
  if (whole_or_mixed) return without_import(line, lines.begin(unused.line), whole.length, unused.name);
  if (open != npos && open < equals) {
    const auto close = line.find('}', open);
    bool is_left = false;
    const auto list = close == npos || close > equals
                          ? std::nullopt
                          : list_without(line.substr(open + 1, close - open - 1), unused.name, is_left);
    if (!list) return std::nullopt;
    const bool may_go =
        imports ? code.starts_with("import {") || code.starts_with("import type {") : is_plain(line.substr(equals + 3));
    if (!is_left) return may_go ? std::optional(whole) : std::nullopt;
    return Edit{lines.begin(unused.line) + open, close + 1 - open, *list};
  }
  const auto bound = trim(line.substr(0, equals));
  const auto name = bound.substr(bound.find(' ') + 1);
  const bool is_it = name == unused.name || name.starts_with(unused.name + ":");
  if (!is_it) return without_parameter(all_code, lines, as_parameter(unused));
  return is_plain(line.substr(equals + 3)) ? std::optional(whole) : std::nullopt;
}

// Does what tools do not look at use the name?
bool is_used_elsewhere(const Tree& tree, const std::string& file, std::string_view text, const Unused& unused) {
  const Lines lines(text);
  return (!unused.tsc && is_used_by_tags(tree, text, unused.name)) ||
         is_used_beside(tree, file, text, lines.line(unused.line), unused.name);
}

}  // namespace

std::vector<Patch> remove_unused_script(const Patient& patient) {
  Draft draft(patient.tree);
  for (auto& [file, all] : all_unused(patient)) {
    std::ranges::sort(all, [](const Unused& a, const Unused& b) {
      return std::tie(b.line, b.column) < std::tie(a.line, a.column);  // the last first
    });
    for (const auto& unused : all) {
      const auto text = draft.read(file);
      if (text && is_used_elsewhere(patient.tree, file, *text, unused)) continue;
      auto known = unused;
      known.typed = contains(name_of(file), ".ts") || contains(name_of(file), ".mts");
      auto edit = text ? without(*text, known) : std::nullopt;
      if (!edit) continue;
      const auto gone = std::string_view(*text).substr(edit->offset, edit->length);
      if (edit->text.empty() && (contains(gone, " from ") || contains(gone, "require(")))
        edit->text = bare_import(patient.tree, file, gone);
      draft.edit(file, {std::move(*edit)});
    }
  }
  return draft.patches();
}

}  // namespace regreen
