// c.enclose-case: a variable that one case of a switch declares is in sight of the cases below, which jump past its value.
// The statements of that case become a block. Where a later case names the variable, it is left alone: there it may be meant
// to be one for all.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/notes.h"
#include "mend/c/source.h"
#include "mend/c/switch_case.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The variable that is declared at a place, whether its type or its name stands there: `long right = 1` → right.
std::string_view name_declared(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, code.find_first_of("=;[,({", at));
  auto begin = end;
  while (begin > at && is_word_byte(code[begin - 1])) --begin;
  return code.substr(begin, end - begin);
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

void enclose(std::string_view text, std::string_view code, const TreePlace& declared, Labels& labels) {
  const auto at = offset_of(text, declared.line, declared.column);
  if (!at || *at >= code.size() || !is_word_byte(code[*at])) return;
  const auto body = switch_around(code, *at);
  const auto label = body.label_before(*at);
  const auto name = name_declared(code, *at);
  if (label >= body.labels.size() || !is_identifier(name)) return;
  if (is_used_below(code, body, label, name)) {
    labels[body.labels[label].begin].clear();  // of several variables, one is for all
    return;
  }
  labels.try_emplace(body.labels[label].begin, enclosed(text, code, body, label));
}

// The declarations that a message is about: in the notes below it, or, where C wants a statement behind a label, its own.
std::vector<TreePlace> declarations_of(const Tree& tree, const Occurrence& occurrence) {
  if (contains(occurrence.at.text, "a declaration is not a statement")) return places_of(tree, occurrence);
  return noted_places(tree, occurrence, {"crosses initialization of", "jump bypasses", "declared here"});
}

}  // namespace

std::vector<Patch> enclose_c_case(const Patient& patient) {
  std::set<TreePlace> declarations;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto& place : declarations_of(patient.tree, occurrence)) declarations.insert(std::move(place));
  }
  Draft draft(patient.tree);
  std::map<std::string, Labels> by_file;
  for (const auto& place : declarations) {
    const auto text = is_c_family(place.file) && place.column > 0 ? draft.read(place.file) : std::nullopt;
    if (text) enclose(*text, code_only(*text, Speech::c), place, by_file[place.file]);
  }
  for (const auto& [file, labels] : by_file) {
    std::vector<Edit> edits;
    for (const auto& [label, one] : labels) edits.insert(edits.end(), one.begin(), one.end());
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
