// js.fix-module: what node itself says about a source: a built-in that nobody imports, a name that only the other
// module system has, an import that lacks its kind or its file, `await` outside of async, a bracket, a withdrawn call.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/imports/manner.h"
#include "mend/node/language/async.h"
#include "mend/node/language/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto builtins = std::to_array<std::string_view>(
    {"fs",         "path",   "os",     "url",         "util",          "http",           "https",
     "crypto",     "assert", "events", "stream",      "zlib",          "readline",       "vm",
     "net",        "dns",    "tls",    "querystring", "child_process", "worker_threads", "perf_hooks",
     "async_hooks"});

std::vector<Edit> import_builtin(std::string_view text, const std::string& name) {
  const bool bound = contains(text, "const " + name + " =") || contains(text, "import " + name + " ");
  if (bound || !is_among(name, builtins)) return {};
  const auto manner = manner_of(text);
  return {{manner.at, 0, import_line(manner, name, name)}};
}

std::size_t line_with(const Lines& lines, std::string_view word, std::string_view other) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (contains(lines.line(number), word) && contains(lines.line(number), other)) return number;
  }
  return 0;
}

// import x from './x.json' with { type: 'json' }
std::vector<Edit> say_json(std::string_view text, std::string_view path, std::string_view keyword) {
  const Lines lines(text);
  const auto number = line_with(lines, "import ", std::string(name_of(path)));
  auto line = lines.line(number);
  if (number == 0 || contains(line, "type:")) return {};
  while (line.ends_with(';') || line.ends_with(' ')) line.remove_suffix(1);
  const auto quote = manner_of(text).quote;
  return {
      {lines.begin(number) + line.size(), 0, " " + std::string(keyword) + " { type: " + quote + "json" + quote + " }"}};
}

// import { a, b as c } from 'x' → import x from 'x'; const { a, b: c } = x
std::vector<Edit> import_whole(std::string_view text, std::string_view module) {
  const Lines lines(text);
  const auto number = line_with(lines, "import {", module);
  const auto line = lines.line(number);
  const auto open = line.find('{'), close = line.find('}');
  if (number == 0 || open == npos || close == npos) return {};
  auto stem = std::string(name_of(module)).substr(0, name_of(module).find('.'));
  std::erase_if(stem, [](char c) { return !is_word_byte(c); });
  stem += "Module";
  const auto names = replace_all(std::string(line.substr(open, close + 1 - open)), " as ", ": ");
  const auto end = line.ends_with(';') ? ";" : "";
  return {{lines.begin(number) + open, close + 1 - open, stem},
          {lines.end(number), 0, "\nconst " + names + " = " + stem + end}};
}

// "missing ) after argument list": the line lacks as many as it opens.
std::vector<Edit> close_call(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  const auto line = std::string_view(code).substr(lines.begin(number), lines.line(number).size());
  const auto open = std::ranges::count(line, '('), close = std::ranges::count(line, ')');
  const auto last = line.find_last_not_of(" \t;");
  if (open != close + 1 || last == npos || line[last] == '{') return {};
  return {{lines.begin(number) + last + 1, 0, ")"}};
}

// `a: 1` above `b: 2`
std::vector<Edit> comma_between(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto member = [&](std::size_t at) {
    const auto line = trim(lines.line(at));
    const auto colon = line.find(": ");
    return colon != npos && is_identifier(line.substr(0, colon));
  };
  const auto above = lines.line(number - 1);
  if (number < 2 || !member(number) || !member(number - 1) || contains(above, "//") ||
      contains(",{[(", trim(above).substr(trim(above).size() - 1)))
    return {};
  return {{lines.begin(number - 1) + above.find_last_not_of(" \t") + 1, 0, ","}};
}

// `const total = 0` above a line that assigns `total` again
std::vector<Edit> let_it_change(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto line = lines.line(number);
  for (auto above = number; above-- > 1;) {
    const auto one = lines.line(above);
    const auto at = one.find("const ");
    const auto name = at == npos ? std::string_view() : one.substr(at + 6, one.find_first_of(" =;", at + 6) - at - 6);
    if (!is_identifier(name)) continue;
    for (const auto use : words_in(line, name)) {
      const auto behind = trim(line.substr(use + name.size()));
      const bool assigns = behind.starts_with("+=") || behind.starts_with("-=") || behind.starts_with("++") ||
                           behind.starts_with("--") || behind.starts_with("*=") ||
                           (behind.starts_with("=") && !behind.starts_with("==") && !behind.starts_with("=>"));
      if (assigns) return {{lines.begin(above) + at, 5, "let"}};
    }
  }
  return {};
}

// The same `const x = require('x')` or import a second time
std::vector<Edit> without_repetition(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto line = trim(lines.line(number));
  if (!contains(line, "require(") && !line.starts_with("import ")) return {};
  for (std::size_t above = 1; above < number; ++above) {
    if (trim(lines.line(above)) == line)
      return {{lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""}};
  }
  return {};
}

// What a buffer is made of: so many bytes, or a text or list. "" where nobody can tell, as of a name; of what is asked for as a text
// at once it is no number.
std::string_view maker_of_buffer(std::string_view text, std::string_view code, std::size_t open, std::size_t close) {
  const auto items = items_of(code.substr(open + 1, close - open - 1), Speech::javascript);
  if (items.empty() || items[0].empty()) return "";
  const auto first = items[0];
  const bool counts = std::ranges::all_of(first, [](char c) { return c >= '0' && c <= '9'; });
  if (counts || first.ends_with(".length") || first.starts_with("Buffer.byteLength(")) return "Buffer.alloc";
  const bool is_literal = contains("'\"`[", first.substr(0, 1)) || first.starts_with("String(");
  const bool is_text = first.starts_with("JSON.stringify(") || first.ends_with(".toString()");
  const bool is_read = text.substr(close + 1).starts_with(".toString(");
  return is_literal || is_text || is_read || items.size() > 1 ? "Buffer.from" : "";
}

std::vector<Edit> without_new_buffer(std::string_view text) {
  std::vector<Edit> edits;
  const auto code = code_only(text, Speech::javascript);
  for (auto at = code.find("new Buffer("); at != npos; at = code.find("new Buffer(", at + 1)) {
    const auto close = closing_bracket(code, at + 10);
    const auto maker = close == npos ? "" : maker_of_buffer(text, code, at + 10, close);
    if (!maker.empty()) edits.push_back({at, 10, std::string(maker)});
  }
  return edits;
}

// Parsers that know `await` say where it may stand; for others it is a name like any, or a word that is none.
bool is_about_await(std::string_view said) {
  const bool is_known = contains(said, "await") && (contains(said, "async") || contains(said, "Unexpected"));
  return is_known || contains(said, "Unexpected reserved word") || contains(said, "Unexpected identifier");
}

std::vector<Edit> edits_for(const Patient& patient, const Occurrence& occurrence, const TreePlace& place,
                            std::string_view text, std::string_view keyword) {
  const std::string_view said = occurrence.at.text;
  std::string name(capture(occurrence, "symbol"));
  if (name.empty() && contains(said, "no-undef"))
    name = said.substr(said.find('\'') + 1, said.find("' is not") - said.find('\'') - 1);
  if (contains(said, "__dirname") || contains(said, "__filename"))
    return define_own_path(patient.tree, place.file, text);
  if (contains(said, "is not defined"))
    return words_in(code_only(text, Speech::javascript), name).empty() ? std::vector<Edit>{}
                                                                       : import_builtin(text, name);
  if (contains(said, "attribute of type \"json\"") || contains(said, "assertion of type \"json\""))
    return say_json(text, capture(occurrence, "path"), keyword);
  if (contains(said, "CommonJS module")) return import_whole(text, capture(occurrence, "module"));
  if (is_about_await(said)) {
    if (auto edits = made_async(patient.tree, text, place.line); !edits.empty()) return edits;
  }
  if (contains(said, "Unexpected identifier")) return comma_between(text, place.line);
  if (contains(said, "Assignment to constant variable")) return let_it_change(text, place.line);
  if (contains(said, "missing ) after argument list")) return close_call(text, place.line);
  if (contains(said, "has already been declared")) return without_repetition(text, place.line);
  if (contains(said, "Buffer()")) return without_new_buffer(text);
  return {};
}

bool is_script(std::string_view path) {
  return path.ends_with("js") || path.ends_with(".ts") || path.ends_with("jsx") || path.ends_with(".tsx");
}

// The log need not name the files that are meant: JSON is imported below them, and a warning of Buffer() has no place.
bool is_meant_anywhere(const Occurrence& occurrence) {
  return contains(occurrence.at.text, "type \"json\"") || contains(occurrence.at.text, "Buffer()");
}

// Node prints the place and its line right above what is wrong there; below stand the next failures, with places of their own.
std::vector<TreePlace> places_above(const Tree& tree, Occurrence occurrence) {
  constexpr std::size_t rows = 6;
  if (!contains(occurrence.at.text, "SyntaxError: ")) return {};
  auto& before = occurrence.before;
  if (before.size() > rows) before.erase(before.begin(), before.end() - rows);
  occurrence.after.clear();
  occurrence.locations.clear();
  return places_around(tree, occurrence);
}

// Where the log names no file that can be mended, all sources are asked.
std::vector<TreePlace> candidates_of(const Patient& patient, const Occurrence& occurrence) {
  auto places = places_above(patient.tree, occurrence);
  std::ranges::move(places_around(patient.tree, occurrence), std::back_inserter(places));
  if (const auto file = eslint_file(patient.tree, occurrence.before); file && contains(occurrence.at.text, "no-undef"))
    places.insert(places.begin(), {*file, 0, 0});
  if (!is_meant_anywhere(occurrence)) return places;
  for (const auto& path : patient.tree.list()) {
    if (is_script(path) && !is_built(path) && !is_vendored(path)) places.push_back({path, 0, 0});
  }
  return places;
}

}  // namespace

std::vector<Patch> fix_node_module(const Patient& patient) {
  std::vector<Patch> patches;
  for (const auto* keyword : {"with", "assert"}) {
    Draft draft(patient.tree);
    for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
      for (const auto& place : candidates_of(patient, occurrence)) {
        const auto text = draft.read(place.file);
        if (!text || !is_script(place.file)) continue;
        auto edits = edits_for(patient, occurrence, place, *text, keyword);
        if (edits.empty()) continue;
        draft.edit(place.file, std::move(edits));
        if (!is_meant_anywhere(occurrence)) break;
      }
    }
    if (!draft.patch().empty() && !is_among(draft.patch(), patches)) patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
