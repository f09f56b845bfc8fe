// js.call-with-new: a class is called like a function, as one could before it was a class. All its plain calls in the file get
// their `new`; where that is not enough, those of the files that import it do as well. A test of the project's own class is left
// alone: there the call may be what is promised.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/language/asked_name.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "Class constructor Ticker cannot be invoked without 'new'", "Constructor Intl.Segmenter requires 'new'",
// "Promise constructor cannot be invoked without 'new'", "Value of type 'typeof Ticker' is not callable."
std::string class_said(std::string_view said) {
  struct Frame {
    std::string_view front, end;
  };
  static constexpr auto frames = std::to_array<Frame>({{"Class constructor ", " cannot be invoked without 'new'"},
                                                       {"Constructor ", " requires 'new'"},
                                                       {"class constructor ", " without |new|"},
                                                       {"Value of type 'typeof ", "' is not callable"}});
  for (const auto& frame : frames) {
    const auto name = between(said, frame.front, frame.end);
    if (!name.empty()) return std::string(name.substr(name.rfind('.') == npos ? 0 : name.rfind('.') + 1));
  }
  const auto end = said.find(" constructor cannot be invoked without 'new'");
  const auto front = said.substr(0, end == npos ? 0 : end);
  return std::string(front.substr(front.find_last_of(" '\"") == npos ? 0 : front.find_last_of(" '\"") + 1));
}

bool is_name_byte(char c) { return is_word_byte(c) || c == '$'; }

// `ns.inner.Ticker` begins at `ns`; npos where it hangs on a call or something else that `new` would take for the class.
std::size_t begin_of_path(std::string_view code, std::size_t at) {
  while (at > 0 && code[at - 1] == '.') {
    auto begin = at - 1;
    while (begin > 0 && is_name_byte(code[begin - 1])) --begin;
    if (begin == at - 1) return npos;
    at = begin;
  }
  return at;
}

std::string_view name_before(std::string_view code, std::size_t end) {
  auto begin = end;
  while (begin > 0 && is_name_byte(code[begin - 1])) --begin;
  return code.substr(begin, end - begin);
}

/// The class that is meant: what it is called, and whether a file of the project declares it.
struct Class {
  const Tree& tree;
  const std::string& file;  ///< that calls it
  std::string_view name;
  bool is_own = false;
};

// `Intl.Segmenter`, `ui.Ticker` where `ui` is all of a module that declares the class: behind another dot is something of the same name.
bool is_behind_its_module(const Class& it, std::string_view text, std::string_view path) {
  const auto front = path.substr(0, path.find('.'));
  const auto of_file = [&](std::string_view line) {
    const auto quote = line.find_last_of("'\"");
    const auto open = quote == npos || quote == 0 ? npos : line.rfind(line[quote], quote - 1);
    const auto source = open == npos ? "" : script_source_of(it.tree, it.file, line.substr(open + 1, quote - open - 1));
    const auto declaration = "class " + std::string(it.name);
    return it.is_own == (!source.empty() && !words_in(it.tree.read(source).value_or(""), declaration).empty());
  };
  bool is_bound = false;
  for (const auto line : split_lines(text)) {
    if ((!line.starts_with("import ") && !contains(line, "require(")) || words_in(line, front).empty()) continue;
    is_bound = true;
    if (!of_file(line)) return false;
  }
  return is_bound || (!it.is_own && front != "this");
}

// Where `Ticker(…)` is called without `new`. Its definition as a function or method, in this file, would be another thing.
std::vector<Edit> with_new(std::string_view text, const Class& it) {
  std::vector<Edit> edits;
  const std::string whole = code_only(text, Speech::javascript);
  const std::string_view code = whole, name = it.name;
  for (const auto at : words_in(code, name)) {
    const auto open = code.find_first_not_of(" \t\r\n", at + name.size());
    const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
    if (close == npos || (at > 0 && contains("$#@", code.substr(at - 1, 1)))) continue;
    const auto next = code.find_first_not_of(" \t\r\n", close + 1);
    const bool is_method = next != npos && code[next] == '{';
    const auto begin = begin_of_path(code, at);
    const auto word = name_before(code, end_of_code_before(code, begin == npos ? at : begin));
    if (word == "function") return {};
    if (is_method || begin == npos) continue;
    if (begin != at && !is_behind_its_module(it, text, code.substr(begin, at - begin))) continue;
    if (word == "new" || word == "class" || word == "extends" || word == "get" || word == "set" || word == "async")
      continue;
    edits.push_back({begin, 0, "new "});
  }
  return edits;
}

// Is the class one that a file of the project declares?
bool is_own(const Tree& tree, std::string_view name) {
  const auto declaration = "class " + std::string(name);
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = is_script_source(path) && !is_built(path) ? tree.read(path).value_or("") : "";
    return contains(text, declaration) && !words_in(text, declaration).empty();
  });
}

bool add_new(const Tree& tree, const std::string& file, const std::string& name, bool is_own_class, Draft& draft) {
  const auto text = is_script_source(file) ? draft.read(file) : std::nullopt;
  if (!text || text->size() > source_bytes_max || (is_own_class && is_development_file(file))) return false;
  auto edits = with_new(*text, {tree, file, name, is_own_class});
  return !edits.empty() && draft.edit(file, std::move(edits));
}

// The same class in all files that know it.
void add_new_everywhere(const Tree& tree, const Draft& named, const std::string& name, bool is_own_class,
                        Draft& draft) {
  for (const auto& path : tree.list()) {
    const auto text = is_script_source(path) && !is_built(path) ? tree.read(path).value_or("") : "";
    const bool is_meant = named.patch().find(path) != nullptr ||
                          (contains(text, name) && (imports_name(text, name) || contains(text, "class " + name)));
    if (is_meant) add_new(tree, path, name, is_own_class, draft);
  }
}

}  // namespace

std::vector<Patch> call_with_new(const Patient& patient) {
  Draft named(patient.tree), everywhere(patient.tree);
  std::map<std::string, bool> classes;  // by their names: does the project declare them?
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto name = class_said(occurrence.at.text);
    if (!is_identifier(name)) continue;
    const auto [known, is_new] = classes.try_emplace(name);
    if (is_new) known->second = is_own(patient.tree, name);
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (add_new(patient.tree, place.file, name, known->second, named)) break;
    }
  }
  if (named.patch().empty()) return {};
  for (const auto& [name, own] : classes) add_new_everywhere(patient.tree, named, name, own, everywhere);
  auto patches = named.patches();
  if (!everywhere.patch().empty() && everywhere.patch() != named.patch()) patches.push_back(everywhere.patch());
  return patches;
}

}  // namespace regreen
