// python.fix-syntax: mends what Python itself says is wrong, and only where one mending makes sense of the file.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/before.h"
#include "mend/python/language/codemods.h"
#include "mend/python/language/moved.h"
#include "mend/python/language/names.h"
#include "mend/python/language/own_methods.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/syntax/awaited.h"
#include "mend/python/syntax/fault.h"
#include "mend/python/syntax/indent.h"
#include "mend/python/syntax/lost_signs.h"
#include "mend/python/syntax/mending.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t candidates_max = 3;

MendedTexts expand_tabs(const PythonSource& source, const PythonFault&) { return without_tabs(source); }
MendedTexts indent_anew(const PythonSource& source, const PythonFault& fault) {
  auto texts = indented_anew(source, fault.line);
  if (texts.empty()) texts = without_tabs(source);
  return texts;
}

using Mending = MendedTexts (*)(const PythonSource&, const PythonFault&);

/// What Python says, in part, and what mends it.
struct MendingRow {
  std::string_view says;
  Mending mend;
};

constexpr std::array<MendingRow, 42> mendings = {{
    {"inconsistent use of tabs", expand_tabs},
    {"unindent does not match", indent_anew},
    {"unexpected indent", indent_anew},
    {"expected an indented block", indent_anew},
    {"Missing parentheses in call", python3},
    {"multiple exception types", python3},
    {"leading zeros", python3},
    {"invalid token", python3},
    {"invalid decimal literal", python3},
    {"invalid hexadecimal literal", python3},
    {"expected ':'", add_colon},
    {"expected ':'", foreign_words},
    {"expected ':'", close_bracket},
    {"forgot a comma", add_comma},
    {"forgot a comma", close_bracket},
    {"missed a comma", add_comma},
    {"instead of '='", compare_instead},
    {"or ':=' instead", assign_in_condition},
    {"with a literal", compare_literal},
    {"was never closed", close_bracket},
    {"unexpected EOF", close_bracket},
    {"EOF in multi-line", close_bracket},
    {"unmatched '", right_bracket},
    {"does not match opening", right_bracket},
    {"cannot include a backslash", hoist_field},
    {"f-string", requote_inside},
    {"f-string: expecting '}'", close_field},
    {"unterminated string", close_string},
    {"EOL while scanning", close_string},
    {"invalid character", plain_characters},
    {"invalid non-printable", plain_characters},
    {"invalid escape sequence", double_backslash},
    {"unicode error", raw_string},
    {"'await' outside", make_async},
    {"invalid syntax", add_colon},
    {"invalid syntax", python3},
    {"invalid syntax", foreign_words},
    {"invalid syntax", compare_instead},
    {"invalid syntax", requote_inside},
    {"invalid syntax", add_comma},
    {"invalid syntax", close_bracket},
    {"cannot assign to", compare_instead},
}};

// A file of Python 2 lacks more than its syntax: modules, methods and functions that are called otherwise today.
std::string without_python2_names(std::string text, const Patient& patient, const std::string& file) {
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& [name, today] : patient.rules.table("python-names")) {
    if (!today.starts_with("builtins.") || !contains(text, name)) continue;
    const PythonSource source(text);
    std::vector<Edit> edits;
    if (binds_at_top(source, name)) continue;
    for (const auto use : uses_of(source, name))
      edits.push_back({source.tokens()[use].offset, name.size(), today.substr(9)});
    text = apply_edits(text, std::move(edits)).value_or(text);
  }
  constexpr auto methods = std::to_array<std::string_view>({"iteritems", "iterkeys", "itervalues", "has_key"});
  const auto own = own_methods(patient.tree, methods);
  for (const auto method : methods) {
    if (method == "has_key" || own.contains(method)) continue;
    text = apply_edits(text, rename_method(PythonSource(text), "Any", method, method.substr(4))).value_or(text);
  }
  if (!own.contains("has_key")) text = apply_edits(text, replace_has_key(PythonSource(text))).value_or(text);
  const auto homes = moved_from(patient.rules.table("python-moved"), with_companions({"ConfigParser"}));
  return with_new_homes(text, homes, [&](std::string_view module) { return project.group_of(module, file); })
      .value_or(text);
}

// May a file be mended so in this project, where other files and other versions of Python have a say?
bool is_allowed(Mending mend, const PythonSource& source, const PythonFault& fault, const Patient& patient) {
  constexpr int assigning_python = 8;
  if (mend == assign_in_condition) return oldest_python(patient.tree).value_or(assigning_python) >= assigning_python;
  if (mend != make_async) return true;
  const auto* def = plain_def_around(source, fault);
  return def != nullptr && may_become_async(patient.tree, fault.file, source, *def);
}

MendedTexts mended_texts(const PythonSource& source, const PythonFault& fault, const Patient& patient) {
  if (const auto before = text_before(patient, fault.file)) {
    if (auto text = with_lost_signs(source, fault, *before)) return {std::move(*text)};
  }
  MendedTexts texts;
  for (const auto& row : mendings) {
    if (!contains(fault.detail, row.says) || !is_allowed(row.mend, source, fault, patient)) continue;
    for (auto& text : row.mend(source, fault)) {
      if (text != source.text() && !is_among(text, texts)) texts.push_back(std::move(text));
    }
  }
  if (!texts.empty() && !python3(source, fault).empty()) {
    auto all = without_python2_names(texts.front(), patient, fault.file);
    if (all != texts.front()) texts.insert(texts.begin() + 1, std::move(all));
  }
  if (texts.size() > candidates_max) texts.resize(candidates_max);
  return texts;
}

}  // namespace

std::vector<Patch> fix_python_syntax(const Patient& patient) {
  const auto faults = python_faults(patient);
  std::vector<Patch> patches;
  // Python stops at the first fault of a file; faults of other files are mended along with the first choice.
  for (std::size_t choice = 0; choice < candidates_max; ++choice) {
    Draft draft(patient.tree);
    bool has_choice = choice == 0;
    for (const auto& fault : faults) {
      const auto text = draft.read(fault.file);
      if (!text) continue;
      auto texts = mended_texts(PythonSource(*text), fault, patient);
      if (texts.empty()) continue;
      if (choice < texts.size()) has_choice = true;
      draft.write(fault.file, texts[std::min(choice, texts.size() - 1)]);
    }
    if (!has_choice || draft.patch().empty()) break;
    if (!is_among(draft.patch(), patches)) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
