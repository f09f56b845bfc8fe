// c.enclose-case: a variable that one case of a switch declares is in sight of the cases below, which jump past its value.
// The statements of that case become a block. Where a later case names the variable, it is left alone: there it may be meant
// to be one for all.

#include "base/text.h"
#include "mend/c/code/switch_case.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The variable that is declared at a place, whether its type or its name stands there: `long right = 1` → right.
std::string_view name_declared(std::string_view code, std::size_t at) {
  return word_before(code, end_of_code_before(code, code.find_first_of("=;[,({", at)));
}

bool has_directive(std::string_view code) {
  return std::ranges::any_of(split_lines(code), [](auto line) { return trim(line).starts_with('#'); });
}

// Does a case behind the given one name the variable?
bool is_used_below(std::string_view code, const Switch& body, std::size_t label, std::string_view name) {
  const auto from = body.end_of(label);
  return !words_in(code.substr(from, body.close - from), name).empty();
}

// `{` behind the label, `}` behind the last statement before the next one.
std::vector<Edit> enclosed(std::string_view text, std::string_view code, const Switch& body, std::size_t label) {
  const auto last = end_of_code_before(code, body.end_of(label));
  const auto open = body.labels[label].end;
  if (last <= open || has_directive(code.substr(open, last - open))) return {};
  const Lines lines(text);
  const auto first_line = lines.number_at(body.labels[label].begin), last_line = lines.number_at(last - 1);
  if (first_line == last_line || lines.number_at(body.end_of(label)) == last_line)
    return {{open, 0, " {"}, {last, 0, " }"}};
  const auto end = lines.end(last_line);
  const auto indent = std::string(indentation(lines.line(first_line)));
  return {{open, 0, " {"}, {end, 0, std::string(line_end(text)) + indent + "}"}};
}

/// The labels of a file whose cases become blocks.
using Labels = std::map<std::size_t, std::vector<Edit>>;

/// How a log names a declaration: by a note at its name, or by a complaint about what stands behind a label.
enum class Named { by_note, by_complaint };

// Does `long right = …` stand right behind the label?
bool is_declared_behind(std::string_view code, const CaseLabel& label, std::size_t at) {
  const auto type = trim(code.substr(at, code.find_first_of("=;[,({", at) - at));
  return end_of_code_before(code, at) == label.end && type.find_first_of(" \t*") != npos &&
         words_in(type, "return").empty() && words_in(type, "goto").empty();
}

void enclose(std::string_view text, std::string_view code, const TreePlace& declared, Named named, Labels& labels) {
  const auto at = offset_of(text, declared.line, declared.column);
  if (!at || *at >= code.size() || !is_word_byte(code[*at])) return;
  const auto body = switch_around(code, *at);
  const auto label = body.label_before(*at);
  const auto name = name_declared(code, *at);
  if (label >= body.labels.size() || !is_identifier(name)) return;
  if (named == Named::by_complaint && !is_declared_behind(code, body.labels[label], *at)) return;
  if (is_used_below(code, body, label, name)) {
    labels[body.labels[label].begin].clear();  // of several variables, one is for all
    return;
  }
  labels.try_emplace(body.labels[label].begin, enclosed(text, code, body, label));
}

/// What a log names in each file.
using Declarations = std::map<std::string, std::map<TreePlace, Named>>;

// The declarations that a message is about: in the notes below it, or, where C wants a statement behind a label, its own.
void add_declarations(const Tree& tree, const Occurrence& occurrence, Declarations& all) {
  for (const auto& place :
       noted_places(tree, occurrence, {"crosses initialization of", "jump bypasses", "declared here"}))
    all[place.file].emplace(place, Named::by_note);
  const std::string_view said = occurrence.at.text;
  if (!contains(said, "a declaration is not a statement") && !contains(said, "expected expression")) return;
  for (const auto& place : places_of(tree, occurrence)) all[place.file].emplace(place, Named::by_complaint);
}

}  // namespace

std::vector<Patch> enclose_c_case(const Patient& patient) {
  Declarations declarations;
  for (const auto& occurrence : occurrences_of(patient.diagnosis))
    add_declarations(patient.tree, occurrence, declarations);
  Draft draft(patient.tree);
  for (const auto& [file, places] : declarations) {
    const auto text = is_c_family(file) ? draft.read(file) : std::nullopt;
    if (!text) continue;
    const auto code = code_only(*text, Speech::c);
    Labels labels;
    for (const auto& [place, named] : places) enclose(*text, code, place, named, labels);
    std::vector<Edit> edits;
    for (const auto& [label, one] : labels) edits.insert(edits.end(), one.begin(), one.end());
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
