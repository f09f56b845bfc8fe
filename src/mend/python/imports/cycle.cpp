// python.break-cycle: modules import each other. Names that one of them needs in annotations alone are imported for the type checker
// only; one that it needs in functions alone is imported there, when both modules are complete. Any import on the way from the module
// that is not complete yet to the one that asks for its name may be the one that gives way.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/handed_on.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/read_annotations.h"
#include "mend/trace.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t functions_max = 6;  // more of them would rather want another module

std::size_t statement_of_token(const PythonSource& source, std::size_t token) {
  const auto& all = source.statements();
  const auto found =
      std::ranges::find_if(all, [&](const PyStatement& one) { return one.first <= token && token < one.last; });
  return static_cast<std::size_t>(found - all.begin());
}

// `name: list[Race] = x`, `self.name: Race`: the tokens between the colon and the value.
bool is_in_field_type(const PythonSource& source, const PyStatement& one, std::size_t token) {
  auto colon = one.first + 1;
  while (source.is(colon, ".") && source.is_name(colon + 1)) colon += 2;
  if (!source.is_name(one.first) || is_python_keyword(source.text(one.first)) || !source.is(colon, ":")) return false;
  for (auto i = colon + 1; i < token; ++i) {
    if (source.is(i, "=") && source.tokens()[i].depth == 0) return false;
  }
  return colon < token;
}

// Behind the ':' of a parameter or the '->' of a function, and not in its default.
bool is_annotation(const PythonSource& source, const PyStatement& one, std::size_t token) {
  if (!is_def(source, one)) return is_in_field_type(source, one, token);
  const auto depth_of = [&](std::size_t i) { return source.tokens()[i].depth; };
  for (auto i = token; i-- > one.first;) {
    if (source.is(i, ">") && i > 0 && source.is(i - 1, "-") && depth_of(i) == 0) return true;
    if (source.is(i, "->") && depth_of(i) == 0) return true;
    if (depth_of(i) != 1) continue;
    if (source.is(i, "=") || source.is(i, ",") || source.is(i, "(")) return false;
    if (source.is(i, ":")) return true;
  }
  return false;
}

/// How a file uses a name.
struct Uses {
  bool only_annotations = true;
  bool only_functions = true;
  std::set<std::size_t> functions;  // statements of their headers
};

Uses uses_in(const PythonSource& source, std::string_view name) {
  Uses uses;
  for (const auto token : uses_of(source, name)) {
    const auto statement = statement_of_token(source, token);
    if (statement >= source.statements().size()) continue;
    const bool annotates = is_annotation(source, source.statements()[statement], token);
    uses.only_annotations &= annotates;
    const auto around = annotates ? std::nullopt : function_around(source, statement);
    uses.only_functions &= around.has_value();
    if (around) uses.functions.insert(around->head);
  }
  uses.only_annotations &= spots_of(source, name).size() == uses_of(source, name).size();
  return uses;
}

std::string statement_text(const PythonSource& source, const PyStatement& one) {
  const auto begin = source.tokens()[one.first].offset;
  return std::string(source.text().substr(begin, end_of(source.tokens()[one.last - 1]) - begin));
}

std::string for_checkers_only(const PythonSource& source, const PyImport& one) {
  const auto group = [](std::string_view module) {
    return module == "__future__" ? ImportGroup::future : ImportGroup::standard;
  };
  const auto block = "if TYPE_CHECKING:\n    " + statement_text(source, one.statement) + "\n";
  const auto imports = top_imports(source);
  const bool is_last = imports.back().statement.begin == one.statement.begin;
  std::vector<Edit> edits = {{one.statement.begin, one.statement.end - one.statement.begin, is_last ? block : ""}};
  if (!is_last) edits.push_back({imports.back().statement.end, 0, "\n" + block});
  auto text = apply_edits(source.text(), std::move(edits)).value_or(std::string(source.text()));
  for (const auto* line : {"from typing import TYPE_CHECKING", "from __future__ import annotations"}) {
    const auto import = add_import(PythonSource(text), line, group);
    if (import) text = apply_edits(text, {*import}).value_or(text);
  }
  return text;
}

// First in the body, behind the docstring.
void in_functions(const PythonSource& source, const PyImport& one, const std::set<std::size_t>& functions,
                  std::vector<Edit>& edits) {
  const auto& all = source.statements();
  edits.push_back({one.statement.begin, one.statement.end - one.statement.begin, ""});
  for (const auto header : functions) {
    auto body = header + 1;
    const bool docstring =
        source.tokens()[all[body].first].kind == PyKind::string && all[body].last == all[body].first + 1;
    if (docstring && body + 1 < all.size() && all[body + 1].indent == all[body].indent) ++body;
    const auto indent =
        source.text().substr(all[body].begin, source.tokens()[all[body].first].offset - all[body].begin);
    edits.push_back({all[body].begin, 0, std::string(indent) + statement_text(source, one.statement) + "\n\n"});
  }
}

// Are all names that a statement imports used in annotations, and in nothing else?
bool is_for_annotations(const Tree& tree, const PythonSource& source, const PyImport& one) {
  const bool is_used_so = std::ranges::all_of(one.names, [&](const ImportedName& name) {
    return !uses_of(source, name.bound()).empty() && uses_in(source, name.bound()).only_annotations;
  });
  return is_used_so && !is_read_at_run_time(tree, source.text());
}

enum class Way { checkers_only, in_functions };

// The import that a frame of the trace stands at gives way; no patch where it cannot.
std::vector<Patch> gives_way(const Patient& patient, const TreePlace& frame, Way way) {
  Draft draft(patient.tree);
  const auto text = draft.read(frame.file);
  if (!text) return {};
  const PythonSource source(*text);
  const PythonProject project(patient.tree, patient.rules);
  const auto is_taken_here = [&](const ImportedName& name) {
    return is_taken(patient.tree, project, frame.file, name.bound());
  };
  for (const auto& one : top_imports(source)) {
    const bool is_here = one.statement.line <= frame.line && frame.line <= one.statement.last_line;
    if (!is_here || !one.is_from || one.shares_line || one.names.empty()) continue;
    if (std::ranges::any_of(one.names, is_taken_here)) continue;
    if (way == Way::checkers_only) {
      if (is_for_annotations(patient.tree, source, one)) draft.write(frame.file, for_checkers_only(source, one));
    } else if (one.names.size() == 1 && !uses_of(source, one.names[0].bound()).empty()) {  // or it is only handed on
      const auto uses = uses_in(source, one.names[0].bound());
      std::vector<Edit> edits;
      if (uses.only_functions && uses.functions.size() <= functions_max)
        in_functions(source, one, uses.functions, edits);
      draft.edit(frame.file, std::move(edits));
    }
  }
  return draft.patches();
}

// The frames from the one that asks for the name to the module that is not complete yet; the first alone where that is not among them.
std::vector<TreePlace> frames_of_cycle(const Patient& patient, const Occurrence& occurrence) {
  const PythonProject project(patient.tree, patient.rules);
  const auto module = project.file_of(capture(occurrence, "module"));
  std::vector<TreePlace> frames;
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
    Occurrence frame;
    frame.at.text = *line;
    for (const auto& place : places_around(patient.tree, frame)) {
      if (place.file.ends_with(".py")) frames.push_back(place);
    }
    if (!frames.empty() && frames.back().file == module) return frames;
  }
  if (frames.size() > 1) frames.resize(1);
  return frames;
}

}  // namespace

std::vector<Patch> break_python_cycle(const Patient& patient) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto frames = frames_of_cycle(patient, occurrence);
    for (const auto way : {Way::checkers_only, Way::in_functions}) {
      for (const auto& frame : frames) {
        if (auto patches = gives_way(patient, frame, way); !patches.empty()) return patches;
      }
    }
  }
  return {};
}

}  // namespace regreen
