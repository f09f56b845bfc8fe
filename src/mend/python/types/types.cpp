// python.fix-types: what a type checker asks for and says how: an Optional default, `-> None`, a comment that is not
// needed any more.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/types/annotate.h"
#include "mend/python/types/optional.h"
#include "mend/python/versions/idioms.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t wrapped_lines_max = 6;

// What mypy says, in one line: with `pretty = True` it wraps its messages at the width of a terminal, at blanks.
std::string message_of(const Occurrence& occurrence) {
  std::string message = occurrence.at.text;
  const auto is_whole = [](std::string_view line) { return line.ends_with(']') && contains(line, "["); };
  if (is_whole(message) || !contains(message, ": error: ")) return message;
  auto whole = message;
  for (std::size_t i = 0; i < std::min(occurrence.after.size(), wrapped_lines_max); ++i) {
    const std::string_view row = occurrence.after[i];
    if (row.empty() || row.starts_with(' ') || contains(row, ": error: ") || contains(row, ": note: ")) break;
    whole += " " + std::string(row);
    if (is_whole(row) && contains(row, "  [") == !row.starts_with('[')) return whole;
  }
  return message;
}

std::string quoted_word(std::string_view text, std::string_view before) {
  const auto at = text.find(before);
  if (at == std::string_view::npos) return "";
  const auto rest = text.substr(at + before.size());
  return std::string(rest.substr(0, rest.find('"')));
}

// `def f(x):` → `def f(x) -> None:`
std::vector<Edit> return_none(const PythonSource& source, std::size_t line) {
  const auto* statement = source.statement_at(line);
  if (statement == nullptr) return {};
  auto at = statement->first;
  if (source.is(at, "async")) ++at;
  const auto close = source.is(at, "def") && source.is(at + 2, "(") ? source.closing(at + 2) : std::nullopt;
  if (!close || !source.is(*close + 1, ":")) return {};
  return {{end_of(source.tokens()[*close]), 0, " -> None"}};
}

// What stays of the codes of `type: ignore[arg-type, attr-defined]` without those that nothing needs.
std::string codes_left(std::string_view codes, std::string_view unused) {
  const auto gone = split(unused, ',');
  std::vector<std::string> left;
  for (const auto code : split(codes, ',')) {
    const auto is_gone = [&](std::string_view one) { return trim(one) == trim(code); };
    if (std::ranges::none_of(gone, is_gone)) left.emplace_back(trim(code));
  }
  return join(left, ", ");
}

// Takes out the comment, or the codes of it that mypy names as `unused`; all where it names none.
std::vector<Edit> remove_ignore(const PythonSource& source, std::size_t line, std::string_view unused) {
  for (const auto& token : source.tokens()) {
    const auto comment = source.text(token);
    if (token.kind != PyKind::comment || token.line != line || !contains(comment, "type: ignore")) continue;
    const auto begin = comment.find("# type: ignore");
    if (begin == std::string_view::npos) return {};
    auto end = begin + 14;
    if (end < comment.size() && comment[end] == '[') {
      const auto close = std::min(comment.find(']', end), comment.size() - 1);
      const auto codes = comment.substr(end + 1, close - end - 1);
      const auto left = unused.empty() ? "" : codes_left(codes, unused);
      if (!left.empty()) return {{token.offset + end + 1, codes.size(), left}};
      end = close + 1;
    }
    const auto rest = trim(comment.substr(end));
    const auto blanks = source.text().substr(0, token.offset).find_last_not_of(" \t") + 1;
    if (rest.empty() && begin == 0) return {{blanks, end_of(token) - blanks, ""}};
    const auto next = std::min(comment.find_first_not_of(' ', end), comment.size());
    return {{token.offset + begin, next - begin, ""}};
  }
  return {};
}

// The module that a module itself imports the name from; "" where it does so in another way.
std::string home_of(const Tree& tree, const PythonProject& project, const std::string& module,
                    const std::string& name) {
  const auto file = project.file_of(module);
  const auto text = file ? tree.read(*file) : std::nullopt;
  if (!text) return "";
  for (const auto& one : imports_of(PythonSource(*text))) {
    for (const auto& known : one.names) {
      if (one.is_from && known.bound() == name && known.name == name && !one.module.starts_with('.')) return one.module;
    }
  }
  return "";
}

// A name that a module only imports is imported from where it is defined.
std::vector<Edit> import_from_home(const Patient& patient, const std::string& file, const PythonSource& source,
                                   std::size_t line, const std::string& module, const std::string& name) {
  const PythonProject project(patient.tree, patient.rules);
  const auto home = home_of(patient.tree, project, module, name);
  if (home.empty() || !project.file_of(home)) return {};
  for (const auto& one : imports_of(source)) {
    if (!one.is_from || one.statement.line > line || one.statement.last_line < line) continue;
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      if (one.names[i].name != name || !one.names[i].alias.empty()) continue;
      if (one.names.size() == 1) return {{one.module_offset, one.module.size(), home}};
      auto edits = remove_names(source, one, {i});
      const auto add = add_import(source, "from " + home + " import " + name,
                                  [&](std::string_view other) { return project.group_of(other, file); });
      if (!edits || !add) return {};
      edits->push_back(*add);
      return *edits;
    }
  }
  return {};
}

// A function in whose body nothing is returned or yielded.
bool has_no_value(const PythonSource& source, std::size_t line) {
  const auto* def = source.statement_at(line);
  if (def == nullptr) return false;
  for (const auto& one : source.statements()) {
    if (one.begin <= def->begin) continue;
    if (one.indent <= def->indent) break;
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, "yield") || (source.is(i, "return") && i + 1 < one.last && !source.is(i + 1, "None")))
        return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Patch> fix_python_types(const Patient& patient) {
  Draft draft(patient.tree);
  auto all = occurrences_of(patient.diagnosis);
  std::ranges::reverse(all);  // from the bottom up: an import that is added moves the lines below it
  for (const auto& occurrence : all) {
    const auto line = message_of(occurrence);
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || places.front().line == 0) continue;
    const auto text = draft.read(places.front().file);
    if (!text || !places.front().file.ends_with(".py")) continue;
    const PythonSource source(*text);
    std::vector<Edit> edits;
    if (contains(line, "default has type \"None\""))
      edits = allow_none(source, places.front().line, quoted_word(line, "argument \""));
    const auto number = places.front().line;
    if (contains(line, "assignment (expression has type \"None\"")) edits = declare_none(source, number);
    const bool no_return =
        contains(line, "missing a return type annotation") || contains(line, "missing a type annotation");
    if (no_return) edits = has_no_value(source, number) ? return_none(source, number) : annotate_return(source, number);
    if (contains(line, "Need type annotation for"))
      edits = annotate_variable(source, number, quoted_word(line, "annotation for \""));
    if (contains(line, "Missing type parameters for generic type"))
      edits = name_parameters(source, number, quoted_word(line, "generic type \""));
    if (contains(line, "default has type \"float\", argument has type \"int\""))
      edits = widen_parameter(source, number, quoted_word(line, "argument \""));
    if (contains(line, "Returning Any from function declared to return")) edits = name_result(source, number);
    if (contains(line, "does not explicitly export attribute"))
      edits = import_from_home(patient, places.front().file, source, number, quoted_word(line, "Module \""),
                               quoted_word(line, "export attribute \""));
    if (contains(line, "Unused \"type: ignore"))
      edits = remove_ignore(source, places.front().line, between(line, "Unused \"type: ignore[", "]"));
    if (contains(line, "Redundant cast")) edits = without_redundant_cast(source, number);
    if (!edits.empty()) draft.edit(places.front().file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
