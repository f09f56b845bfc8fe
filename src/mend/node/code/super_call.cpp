// js.call-super: the constructor of a derived class uses `this` before it called super(), or never calls it. The call moves up,
// above the first statement that needs it, where its arguments do not depend on what it passes; a call that is missing is
// written where the base class leaves no doubt about its arguments: it wants none, or such as have the same names here. Node
// tells of one at a time: where that is not enough, all are mended.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/base_class.h"
#include "mend/node/language/change.h"
#include "mend/node/language/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A constructor of a source. Borrows its text and code.
struct Built {
  std::string_view text, code;
  Constructor at;

  std::string_view body() const { return code.substr(at.open + 1, at.close - at.open - 1); }
};

// ---- the call stands too low ----

/// `super(…);` as a statement of its own.
struct Call {
  std::size_t begin = 0, close = 0, end = 0;  ///< `end` behind its semicolon
};

// The only call of super() of the constructor, if it is one of its own statements.
std::optional<Call> only_call(const Built& it) {
  std::optional<Call> found;
  for (const auto at : words_in(it.body(), "super")) {
    const auto begin = it.at.open + 1 + at;
    const auto open = it.code.find_first_not_of(" \t\r\n", begin + 5);
    if (open == npos || it.code[open] != '(') continue;
    const auto before = end_of_code_before(it.code, begin);
    const auto line = it.code.rfind('\n', begin) + 1;
    const bool starts =
        contains(";{}", it.code.substr(before - 1, 1)) || trim(it.code.substr(line, begin - line)).empty();
    if (found || bracket_around(it.code, begin) != it.at.open || !starts) return std::nullopt;
    const auto close = closing_bracket(it.code, open);
    if (close == npos || close > it.at.close) return std::nullopt;
    const bool ends = it.code.substr(close + 1, 1) == ";";
    found = Call{begin, close, close + (ends ? 2 : 1)};
  }
  return found;
}

// Does what stands in front of a place leave nothing open: no operator, and no `if (…)` or `else` that lacks its statement?
bool ends_statement(std::string_view code, std::size_t at) {
  static constexpr auto heads = std::to_array<std::string_view>({"if", "for", "while", "with", "await", "else", "do"});
  const auto end = end_of_code_before(code, at);
  if (end == 0) return true;
  if (contains("=+-*/%&|<>!?:,.([~^", code.substr(end - 1, 1))) return false;
  const auto open = code[end - 1] == ')' ? bracket_around(code, end - 1) : end;
  const auto word = open == npos ? "" : word_before(code, end_of_code_before(code, open));
  return !is_among(word, heads);
}

// Does a statement begin at the next code behind a place? What goes on with the one before does not.
bool begins_statement(std::string_view code, std::size_t at) {
  static constexpr auto rests =
      std::to_array<std::string_view>({"else", "catch", "finally", "while", "in", "of", "instanceof"});
  at = code.find_first_not_of(" \t\r\n", at);
  if (at == npos || contains("=+-*/%&|<>?:;,.()[]`^", code.substr(at, 1))) return false;
  return !is_among(word_at(code, at), rests);
}

// Where the statement begins that first says `this` above the call; npos where none does.
std::size_t first_need(const Built& it, const Call& call) {
  std::size_t need = npos;
  for (const std::string_view word : {"this", "super"}) {
    const auto places = words_in(it.code.substr(it.at.open, call.begin - it.at.open), word);
    if (!places.empty()) need = std::min(need, it.at.open + places[0]);
  }
  if (need == npos) return npos;
  const bool by_semicolon = it.code[call.end - 1] == ';';
  auto begin = it.at.open + 1;
  std::size_t depth = 0;
  for (auto at = begin; at < need; ++at) {
    if (contains("([{", it.code.substr(at, 1))) ++depth;
    if (contains(")]}", it.code.substr(at, 1))) --depth;
    const bool ends =
        by_semicolon ? contains(";}", it.code.substr(at, 1)) : it.code[at] == '\n' && ends_statement(it.code, at);
    if (depth == 0 && ends && begins_statement(it.code, at + 1)) begin = at + 1;
  }
  return it.code.find_first_not_of(" \t\r\n", begin);
}

std::vector<Edit> moved_up(const Built& it, const Call& call) {
  const auto to = first_need(it, call);
  if (to == npos || to >= call.begin) return {};
  const auto arguments = words_of(it.code.substr(call.begin + 5, call.close - call.begin - 5));
  const auto passed = it.code.substr(to, call.begin - to);
  if (arguments.contains("this") || arguments.contains("await") || may_change(passed, arguments)) return {};
  const Lines lines(it.text);
  const std::string statement(it.text.substr(call.begin, call.end - call.begin));
  const auto first = lines.number_at(call.begin), last = lines.number_at(call.end - 1);
  const bool own_lines = trim(it.text.substr(lines.begin(first), call.begin - lines.begin(first))).empty() &&
                         trim(it.text.substr(call.end, lines.end(last) - call.end)).empty();
  if (!own_lines) {
    const auto gap = it.text.substr(call.end, 1) == " " ? 1U : 0U;
    return {{to, 0, statement + " "}, {call.begin, call.end + gap - call.begin, ""}};
  }
  const auto number = lines.number_at(to);
  const bool to_own_line = trim(it.text.substr(lines.begin(number), to - lines.begin(number))).empty();
  if (!to_own_line) return {};
  return {{to, 0, statement + std::string(line_end(it.text)) + std::string(indentation(lines.line(number)))},
          {lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""}};
}

// ---- the call is missing ----

// The arguments for the base class: its parameters as far as they have the same names here. Nothing where it needs others.
std::optional<std::string> arguments_for(const std::vector<Parameter>& wanted, const std::vector<Parameter>& given) {
  std::vector<std::string> names;
  for (const auto& one : wanted) {
    const auto same = std::ranges::find(given, one.name, &Parameter::name);
    if (same == given.end() || same->is_rest != one.is_rest) {
      const bool needed = std::any_of(wanted.begin() + static_cast<std::ptrdiff_t>(names.size()), wanted.end(),
                                      [](const Parameter& other) { return !other.is_optional && !other.is_rest; });
      return needed ? std::nullopt : std::optional(join(names, ", "));
    }
    names.push_back((one.is_rest ? "..." : "") + one.name);
  }
  return join(names, ", ");
}

std::vector<Edit> written(const Built& it, BaseClasses& classes, const std::string& file) {
  const auto given = parameters_of(it.text, it.code, it.at);
  const auto wanted = given ? classes.parameters(file, it.at.base, *given) : std::nullopt;
  const auto arguments = wanted ? arguments_for(*wanted, *given) : std::nullopt;
  if (!arguments) return {};
  const Lines lines(it.text);
  const auto first = it.text.find_first_not_of(" \t\r\n", it.at.open + 1);
  const auto open_line = lines.number_at(it.at.open), first_line = lines.number_at(first);
  const bool closes = it.at.close == first, ends = closes || contains(it.body(), ";");
  const std::string call = "super(" + *arguments + ")" + (ends ? ";" : "");
  if (open_line == first_line)
    return {{it.at.open + 1, 0, " " + call + (first == it.at.open + 1 && closes ? " " : "")}};
  const std::string step = closes ? std::string(indentation(lines.line(open_line))) + "  "
                                  : std::string(indentation(lines.line(first_line)));
  return {{lines.end(open_line), 0, std::string(line_end(it.text)) + step + call}};
}

std::vector<Edit> edits_for(BaseClasses& classes, const std::string& file, std::string_view text, std::string_view code,
                            const Constructor& one) {
  if (one.base.empty()) return {};
  const Built it{text, code, one};
  if (const auto call = only_call(it)) return moved_up(it, *call);
  return words_in(it.body(), "super").empty() ? written(it, classes, file) : std::vector<Edit>{};
}

// Mends the constructor at a line.
bool mend_at(BaseClasses& classes, const TreePlace& place, Draft& draft) {
  const auto text = is_script_source(place.file) && place.line > 0 ? draft.read(place.file) : std::nullopt;
  if (!text || text->size() > source_bytes_max) return false;
  const auto code = code_only(*text, Speech::javascript);
  const auto one = constructor_at(*text, code, place.line);
  auto edits = one ? edits_for(classes, place.file, *text, code, *one) : std::vector<Edit>{};
  return !edits.empty() && draft.edit(place.file, std::move(edits));
}

// Does a constructor say `this` among its own statements, not in a function that it only makes? Then it fails whenever it is
// called too early.
bool needs_super(std::string_view code, const Constructor& one) {
  const auto places = words_in(code.substr(one.open, one.close - one.open), "this");
  if (places.empty()) return false;
  const auto first = one.open + places[0];
  const auto begin = code.substr(0, first).find_last_of(";{}\n") + 1;
  return bracket_around(code, first) == one.open && !contains(code.substr(begin, first - begin), "=>");
}

// Mends all constructors of a file.
void mend_all(BaseClasses& classes, const std::string& file, Draft& draft) {
  const auto text = is_script_source(file) ? draft.read(file) : std::nullopt;
  if (!text || text->size() > source_bytes_max || !contains(*text, "extends")) return;
  const auto code = code_only(*text, Speech::javascript);
  std::vector<Edit> edits;
  for (const auto& one : constructors_in(code)) {
    if (!needs_super(code, one)) continue;
    auto some = edits_for(classes, file, *text, code, one);
    edits.insert(edits.end(), some.begin(), some.end());
  }
  draft.edit(file, std::move(edits));
}

// The places that the log names; of ESLint's, which names the file above its findings.
std::vector<TreePlace> places_said(const Tree& tree, const Occurrence& occurrence) {
  auto places = places_around(tree, occurrence);
  const auto line = line_number(capture(occurrence, "line"));
  const auto file = line ? eslint_file(tree, occurrence.before) : std::nullopt;
  if (file) places.insert(places.begin(), {*file, static_cast<std::size_t>(*line), 0});
  return places;
}

}  // namespace

std::vector<Patch> call_super(const Patient& patient) {
  Draft named(patient.tree), everywhere(patient.tree);
  BaseClasses classes(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!contains(occurrence.at.text, "super")) continue;
    for (const auto& place : places_said(patient.tree, occurrence)) {
      if (mend_at(classes, place, named)) break;
    }
  }
  if (named.patch().empty()) return {};
  for (const auto& path : patient.tree.list()) {
    if (!is_built(path) || named.patch().find(path) != nullptr) mend_all(classes, path, everywhere);
  }
  auto patches = named.patches();
  if (everywhere.patch() != named.patch()) patches.push_back(everywhere.patch());
  return patches;
}

}  // namespace regreen
