// python.find-beside: a module opens a file of the project by a path from wherever it is run. The path begins at the
// module's own folder instead: `os.path.join(os.path.dirname(__file__), "data", "rates.json")`, and where it is made a Path:
// `Path(__file__).parent.joinpath("data", "rates.json")`.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t files_max = 2;  // a path that many files spell out is no module's own affair

// The folder from which the path leads to a file of the tree: that of the module, or one above; nothing where several do.
std::optional<std::string> meant_base(const Tree& tree, std::string_view module, std::string_view printed) {
  std::optional<std::string> found;
  for (auto folder = folder_of(module);; folder = folder_of(folder)) {
    if (tree.has(path_in(folder, printed))) {
      if (found) return std::nullopt;
      found = folder;
    }
    if (folder.empty()) return found;
  }
}

bool is_plain_path(std::string_view path) {
  return !path.empty() && !is_absolute(path) && is_confined_path(path) && !contains(path, "//") &&
         !path.starts_with("./") && path.find_first_of("\"'\\{}\n") == std::string_view::npos;
}

/// What is known about the path: the module that spells it, the folder from which it leads to the file.
struct Sought {
  std::string_view module, base, printed;
};

/// A string that spells the path or its beginning.
struct Spelling {
  std::size_t token = 0;
  std::string_view path;  ///< what of it is a path to a file or folder
  std::string rest;       ///< an f-string of what follows; empty where nothing does
  bool is_whole = false;  ///< the whole path of the file
};

// The literal as it spells the path; nothing where it says something else.
std::optional<Spelling> spelling_of(const PythonSource& source, std::size_t i, std::string_view printed) {
  auto text = source.text(i);
  const bool is_formatted = text.starts_with('f');
  if (is_formatted) text.remove_prefix(1);
  const bool is_quoted = text.size() > 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  if (!is_quoted || text.starts_with("\"\"\"") || text.starts_with("'''")) return std::nullopt;
  auto body = text.substr(1, text.size() - 2);
  if (!is_formatted) {
    if (body == printed) return Spelling{i, body, "", true};
    const bool ends_folder = body.ends_with('/');
    const auto folder = ends_folder ? body.substr(0, body.size() - 1) : body;
    if (!printed.starts_with(folder) || !printed.substr(folder.size()).starts_with('/')) return std::nullopt;
    const std::string end = ends_folder ? std::string(2, text[0]) : "";  // the sign behind the folder stays
    return Spelling{i, folder, end, false};
  }
  const auto head = body.substr(0, body.find('{'));
  const auto slash = head.rfind('/');
  if (slash == std::string_view::npos || !printed.starts_with(head)) return std::nullopt;
  const std::string quote(1, text[0]);
  return Spelling{i, body.substr(0, slash), "f" + quote + std::string(body.substr(slash + 1)) + quote, false};
}

// `"data", "rates.json"`; "" for the module's own folder.
std::string parts_beside(const Sought& sought, const Spelling& spelling, char quote) {
  const auto way = path_from(folder_of(sought.module), path_in(sought.base, spelling.path));
  std::string parts;
  for (const auto part : split(way, '/')) {
    if (part == ".") continue;
    parts += (parts.empty() ? "" : ", ") + std::string(1, quote) + std::string(part) + quote;
  }
  if (!spelling.rest.empty()) parts += (parts.empty() ? "" : ", ") + spelling.rest;
  return parts;
}

bool ends_statement(const PythonSource& source, std::size_t i) {
  return i >= source.tokens().size() || source.tokens()[i].kind == PyKind::line_end ||
         source.tokens()[i].kind == PyKind::comment;
}

bool is_given_to(const PythonSource& source, std::size_t at, std::initializer_list<std::string_view> callees) {
  const auto callee = source.text(at - 2);
  return source.is(at - 1, "(") && is_among(callee, callees);
}

// The name of what is called with the token as an argument; "" where it is no argument.
std::string_view callee_around(const PythonSource& source, std::size_t at) {
  const auto open = opening(source, at).value_or(0);
  return open > 0 && source.is(open, "(") && source.is_name(open - 1) ? source.text(open - 1) : std::string_view();
}

// Calls that compare texts or show them, or that join what begins elsewhere.
bool is_no_opening(std::string_view callee) {
  constexpr auto names =
      std::to_array<std::string_view>({"join", "joinpath", "Path", "endswith", "startswith", "replace", "split",
                                       "print", "match", "search", "get", "pop", "info", "debug"});
  return callee.starts_with("assert") || is_among(callee, names);
}

// Is the string a value of its own: given to a name, or to a call that may open or join paths? Not compared, no key.
bool is_path_value(const PythonSource& source, const Spelling& spelling) {
  const auto at = spelling.token;
  const bool is_named = source.is(at - 1, "=") && source.tokens()[at].depth == 0 && ends_statement(source, at + 1);
  const bool is_argument = (source.is(at - 1, "(") || source.is(at - 1, ",") || source.is(at - 1, "=")) &&
                           (source.is(at + 1, ")") || source.is(at + 1, ","));
  if (is_named || (is_argument && is_given_to(source, at, {"Path", "join"}))) return true;
  if (!is_argument || (!spelling.is_whole && !spelling.rest.starts_with('f'))) return false;
  const auto callee = callee_around(source, at);
  return !callee.empty() && !is_no_opening(callee);
}

// Path("a/b") → Path(__file__).parent.joinpath("b"); other strings become os.path.join(os.path.dirname(__file__), "b").
std::vector<Edit> begun_at_module(const PythonSource& source, const Sought& sought, const Spelling& spelling) {
  const auto& token = source.tokens()[spelling.token];
  const auto text = source.text(token);
  const auto parts = parts_beside(sought, spelling, text.back());
  if (is_given_to(source, spelling.token, {"Path"}) && source.is(spelling.token + 1, ")")) {
    const auto close = end_of(source.tokens()[spelling.token + 1]);
    return {{token.offset, token.length, "__file__"},
            {close, 0, parts.empty() ? ".parent" : ".parent.joinpath(" + parts + ")"}};
  }
  const std::string folder = "os.path.dirname(__file__)";
  return {{token.offset, token.length, parts.empty() ? folder : "os.path.join(" + folder + ", " + parts + ")"}};
}

// Every spelling of the whole path; else the only one of its beginning, where the log names the module.
std::vector<Spelling> spellings_in(const PythonSource& source, std::string_view printed, bool is_named) {
  std::vector<Spelling> whole, begun;
  for (std::size_t i = 2; i < source.tokens().size(); ++i) {
    const auto spelling = source.tokens()[i].kind == PyKind::string ? spelling_of(source, i, printed) : std::nullopt;
    if (!spelling) continue;
    if (spelling->is_whole && !is_path_value(source, *spelling)) return {};
    if (is_path_value(source, *spelling)) (spelling->is_whole ? whole : begun).push_back(*spelling);
  }
  if (!whole.empty()) return whole;
  return is_named && begun.size() == 1 ? begun : std::vector<Spelling>{};
}

std::vector<Edit> found_beside(const PythonSource& source, const Sought& sought, bool is_named) {
  std::vector<Edit> edits;
  for (const auto& spelling : spellings_in(source, sought.printed, is_named)) {
    const auto more = begun_at_module(source, sought, spelling);
    edits.insert(edits.end(), more.begin(), more.end());
  }
  const bool needs_os = std::ranges::any_of(edits, [](const Edit& one) { return one.text.starts_with("os."); });
  if (!needs_os) return edits;
  const auto import = add_import(source, "import os", [](std::string_view) { return ImportGroup::standard; });
  if (import && binds_at_top(source, "os")) return {};  // `os` is something else here
  if (import) edits.push_back(*import);
  return edits;
}

// A package finds what lies in its own folder or below; a test also what lies beside its folder.
bool is_reachable(std::string_view module, std::string_view file) {
  const auto way = path_from(folder_of(module), file);
  return !way.starts_with("../") || (is_test_file(module) && !way.starts_with("../../../"));
}

/// What the log says of each path: the modules it names beside it.
using PrintedPaths = std::map<std::string, std::set<std::string>>;

PrintedPaths printed_paths(const Patient& patient) {
  PrintedPaths paths;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string printed(capture(occurrence, "path"));
    if (!is_plain_path(printed)) continue;
    auto& named = paths[printed];
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (place.file.ends_with(".py")) named.insert(place.file);
    }
  }
  return paths;
}

// The modules that spell each path as a whole; nothing where there are too many files to know them all.
std::optional<PrintedPaths> modules_spelling(const Tree& tree, const PrintedPaths& paths) {
  const auto files = all_python_files(tree);
  if (!files) return std::nullopt;
  PrintedPaths spelling;
  for (const auto& path : *files) {
    const auto text = tree.read(path).value_or("");
    for (const auto& [printed, named] : paths) {
      const bool is_spelt = contains(text, "\"" + printed + "\"") || contains(text, "'" + printed + "'");
      if (is_spelt) spelling[printed].insert(path);
    }
  }
  return spelling;
}

}  // namespace

std::vector<Patch> find_data_beside(const Patient& patient) {
  Draft draft(patient.tree);
  const auto paths = printed_paths(patient);
  const auto spelling = paths.empty() ? std::nullopt : modules_spelling(patient.tree, paths);
  if (!spelling) return {};
  for (const auto& [printed, named] : paths) {
    const auto known = spelling->find(printed);
    const auto& modules = known == spelling->end() ? named : known->second;
    if (known != spelling->end() && modules.size() > files_max) continue;
    for (const auto& module : modules) {
      const auto base = meant_base(patient.tree, module, printed);
      if (!base || !is_reachable(module, path_in(*base, printed))) continue;
      const auto text = draft.read(module);
      if (!text || text->size() > source_bytes_max) continue;
      draft.edit(module, found_beside(PythonSource(*text), {module, *base, printed}, named.contains(module)));
    }
  }
  return draft.patches();
}

}  // namespace regreen
