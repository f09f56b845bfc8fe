// c.add-guard, c.qualify-std: a header that is read twice, and names of the standard library without `std::`.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

bool has_guard(std::string_view text) { return contains(text, "#pragma once") || contains(text, "#ifndef "); }

// Does the compiler say that it saw the very same line before?
bool is_same_line(const Tree& tree, const Occurrence& occurrence, const TreePlace& place) {
  for (const auto& line : occurrence.after) {
    if (contains(line, ": error:")) return false;
    if (!contains(line, "originally defined here") && !contains(line, "previous definition") &&
        !contains(line, "previous declaration") && !contains(line, "previously defined here"))
      continue;
    const auto parts = split(line, ':');
    return parts.size() > 2 && find_file(tree, parts[0]) == place.file && parse_number(parts[1]) == place.line;
  }
  return false;
}

// What the project's other headers do.
bool uses_pragma(const Tree& tree, std::string_view header) {
  std::size_t pragma = 0, macros = 0;
  for (const auto& path : tree.list()) {
    if (path == header || !is_c_header(path)) continue;
    const auto text = tree.read(path).value_or("");
    pragma += contains(text, "#pragma once") ? 1 : 0;
    macros += contains(text, "#ifndef ") && !contains(text, "#pragma once") ? 1 : 0;
  }
  return pragma >= macros && (pragma > 0 || is_cpp(header));
}

std::string guard_name(std::string_view path) {
  std::string name;
  for (const char c : name_of(path))
    name += is_word_byte(c) ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : '_';
  return name.empty() || (name[0] >= '0' && name[0] <= '9') ? "H_" + name : name;
}

// Behind the comment that opens the file.
std::size_t behind_comment(std::string_view text) {
  const auto code = code_only(text, Speech::c);
  const Lines lines(text);
  std::size_t number = 1;
  while (lines.has(number) &&
         trim(std::string_view(code).substr(lines.begin(number), lines.line(number).size())).empty())
    ++number;
  return lines.begin(number);
}

void guard(const Tree& tree, const std::string& path, const std::string& text, Draft& draft) {
  const std::string end(line_end(text));
  const auto at = behind_comment(text);
  if (uses_pragma(tree, path)) {
    draft.edit(path, {{at, 0, "#pragma once" + end + end}});
    return;
  }
  const auto name = guard_name(path);
  const std::string gap = text.ends_with('\n') ? "" : end;
  draft.edit(path, {{at, 0, "#ifndef " + name + end + "#define " + name + end + end},
                    {text.size(), 0, gap + end + "#endif" + end}});
}

// Bare words of a name that are not part of another scope.
std::vector<Edit> qualified(std::string_view code, std::string_view name) {
  std::vector<Edit> edits;
  for (const auto at : words_in(code, name)) {
    const auto before = at == 0 ? ' ' : code[at - 1];
    const auto line = trim(code.substr(code.rfind('\n', at) + 1, at - code.rfind('\n', at) - 1));
    if (before == ':' || before == '.' || before == '<' || line.starts_with('#') ||
        (at > 1 && code.substr(at - 2, 2) == "->")) {
      if (before != '<' || line.starts_with('#')) continue;
    }
    edits.push_back({at, 0, "std::"});
  }
  return edits;
}

}  // namespace

std::vector<Patch> add_header_guard(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_header(places[0].file) || !is_same_line(patient.tree, occurrence, places[0])) continue;
    const auto text = draft.read(places[0].file);
    if (text && !has_guard(*text)) guard(patient.tree, places[0].file, *text, draft);
  }
  return draft.patches();
}

std::vector<Patch> qualify_std(const Patient& patient) {
  const auto& headers = patient.rules.table("cpp-headers");
  std::map<std::string, std::set<std::string>> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string symbol(capture(occurrence, "symbol"));
    if (!places.empty() && headers.contains(symbol) && is_c_family(places[0].file) && !places[0].file.ends_with(".c"))
      names[places[0].file].insert(symbol);
  }
  Draft draft(patient.tree);
  for (const auto& [file, symbols] : names) {
    const auto text = draft.read(file);
    if (!text || contains(*text, "using namespace std")) continue;
    const auto code = code_only(*text, Speech::c);
    std::vector<Edit> edits;
    for (const auto& symbol : symbols) {
      for (auto& edit : qualified(code, symbol)) edits.push_back(std::move(edit));
    }
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
