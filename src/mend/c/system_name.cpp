// c.rename-own: a static function of the project is called as one that a header of the system declares by now.
//
//   src/log.h:9:21: error: static declaration of ‘gettid’ follows non-static declaration
//   /usr/include/x86_64-linux-gnu/bits/unistd_ext.h:34:16: note: previous declaration of ‘gettid’ with type …
//
// It gets the name of its file in front, wherever its declaration is seen: that compiles with older headers, too, and means
// the same where the one of the system does something else. A function that is not static may be what other programs call, or
// take the place of the system's on purpose.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/notes.h"
#include "mend/c/project.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "static declaration of ‘gettid’ follows …", and "‘pid_t gettid()’ was declared ‘extern’ and later ‘static’" of C++
std::string function_said(const Occurrence& occurrence) {
  const auto said = plain_quotes(occurrence.at.text);
  for (const std::string_view before : {"static declaration of '", "conflicting types for '"}) {
    if (contains(said, before)) return std::string(between(said, before, "'"));
  }
  if (!contains(said, "' was declared 'extern' and later 'static'")) return "";
  const auto head = between(said, "error: '", "(");
  return std::string(word_before(head, head.size()));
}

// Was it declared before in a header of the system?
bool is_of_system(const Tree& tree, const Occurrence& occurrence) {
  const auto notes = notes_below(tree, occurrence, {"previous declaration"});
  if (notes.empty() || notes[0].place) return false;
  return std::ranges::any_of(occurrence.after, [](const std::string& line) {
    return contains(line, ": note: previous declaration") && trim(line).starts_with("/usr/include/");
  });
}

bool is_directive(std::string_view line, std::string_view word) {
  line = trim(line);
  return line.starts_with('#') && trim(line.substr(1)).starts_with(word);
}

// Does a line stand under a condition other than the guard of its header?
bool is_under_condition(const Lines& lines, std::size_t place) {
  std::size_t depth = 0, guards = 0;
  for (std::size_t number = 1; number < place; ++number) {
    const auto line = lines.line(number);
    if (is_directive(line, "endif")) depth -= std::min<std::size_t>(depth, 1);
    if (!is_directive(line, "if")) continue;
    if (++depth == 1 && is_directive(line, "ifndef") && is_directive(lines.line(number + 1), "define")) guards = 1;
  }
  return depth > guards;
}

// Nothing where a source does more with the name than to declare and call it: macros make texts of names.
std::optional<std::vector<Edit>> renamed(std::string_view code, const std::string& name, const std::string& fresh) {
  const Lines lines(code);
  std::vector<Edit> edits;
  for (const auto at : words_in(code, name)) {
    const auto line = trim(lines.line(lines.number_at(at)));
    if (is_directive(line, "include")) continue;
    const auto before = code.substr(0, end_of_code_before(code, at));
    if (before.ends_with('.') || before.ends_with("->")) continue;
    const auto open = code.find_first_not_of(" \t", at + name.size());
    const bool is_called = open != npos && code[open] == '(';
    if (line.starts_with('#') || before.ends_with("::") || !is_called) return std::nullopt;
    edits.push_back({at, name.size(), fresh});
  }
  return edits;
}

// "log_gettid" of log.h; "" where that is taken.
std::string new_name(const CProject& project, const std::string& file, const std::string& name) {
  const auto called = name_of(file);
  const auto fresh = std::string(called.substr(0, called.find('.'))) + "_" + name;
  const bool is_taken =
      std::ranges::any_of(project.sources(), [&](const auto& one) { return contains(one.second.text, fresh); });
  return is_identifier(fresh) && !is_taken ? fresh : "";
}

bool rename_function(const CProject& project, const TreePlace& place, const std::string& name, Draft& draft) {
  const auto fresh = new_name(project, place.file, name);
  const auto declared = project.sources().find(place.file);
  if (fresh.empty() || declared == project.sources().end()) return false;
  const auto& code = declared->second.code;
  const Lines lines(code);
  const auto at = lines.begin(place.line) + lines.line(place.line).find(name);
  if (words_in(head_before(code, at), "static").empty() || is_under_condition(lines, place.line)) return false;
  for (const auto& file : project.users_of(place.file)) {
    auto edits = renamed(project.sources().at(file).code, name, fresh);
    if (!edits) return false;
    if (!edits->empty()) draft.edit(file, std::move(*edits));
  }
  return true;
}

}  // namespace

std::vector<Patch> rename_own_function(const Patient& patient) {
  std::map<std::string, std::set<TreePlace>> clashes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto name = function_said(occurrence);
    if (places.empty() || !is_identifier(name) || !is_of_system(patient.tree, occurrence)) continue;
    if (is_c_family(places[0].file)) clashes[name].insert({places[0].file, places[0].line, 0});
  }
  Draft draft(patient.tree);
  for (const auto& [name, places] : clashes) {
    const CProject project(patient.tree, draft);
    if (places.size() != 1 || !rename_function(project, *places.begin(), name, draft)) return {};
  }
  return draft.patches();
}

}  // namespace regreen
