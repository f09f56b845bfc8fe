// js.add-import: a name that a file of the project exports, or that its other files import from a package, is imported where
// it is used.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/imports/required.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t files_max = 2000;

/// The file that exports a name, and how.
struct Home {
  std::string file;
  bool is_default = false;
};

// Does a page of the package load a script from elsewhere that may bring the name: `<script src="https://cdn…/chart.js">`?
bool is_brought_by_page(const Tree& tree, const std::string& user, const std::string& name) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".html") || is_built(path) || !is_of_same_package(tree, path, user)) return false;
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(split_lines(text), [&](auto line) {
      return contains(line, "<script") && contains(line, "//") && contains(lower(line), lower(name));
    });
  });
}

// Only of the same package: by a path one does not import from another one.
std::optional<Home> home_of(const Tree& tree, const std::string& user, const std::string& name) {
  std::vector<Home> homes;
  std::size_t count = 0;
  for (const auto& path : tree.list()) {
    if (path == user || !is_script_source(path) || is_built(path) || is_development_file(path)) continue;
    if (++count > files_max) return std::nullopt;  // who knows what the others export?
    const auto text = tree.read(path).value_or("");
    const auto names = exported_names(text);
    if (is_among(name, names))
      homes.push_back({path, false});
    else if (contains(text, "export default class " + name + " ") ||
             contains(text, "export default function " + name + "("))
      homes.push_back({path, true});
  }
  if (homes.size() != 1 || !is_of_same_package(tree, homes.front().file, user)) return std::nullopt;
  return is_brought_by_page(tree, user, name) ? std::nullopt : std::optional(homes.front());
}

// From src/a.ts to src/lib/b.ts: "./lib/b"
std::string specifier(std::string_view from, std::string_view to, bool with_ending) {
  std::string path = path_from(folder_of(from), to);
  if (!path.starts_with("../")) path.insert(0, "./");
  const bool typed = path.ends_with(".ts") || path.ends_with(".tsx");
  if (with_ending) return typed ? path.substr(0, path.rfind('.')) + ".js" : path;
  return path.substr(0, path.rfind('.'));
}

/// How the file writes its imports, seen at the ones it has.
struct Manner {
  bool is_module = true, with_ending = false;
  std::string quote = "'", end = ";";
  std::size_t at = 0;  ///< behind the last of them
};

Manner manner_of(const Tree& tree, const std::string& file, std::string_view text) {
  Manner manner;
  const bool typed = file.ends_with(".ts") || file.ends_with(".tsx");
  bool requires_some = false, imports_some = contains("\n" + std::string(text), "\nexport ");
  const Lines lines(text);
  if (text.starts_with("#!") || trim(lines.line(1)) == "'use strict';") manner.at = lines.begin(2);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool imports = line.starts_with("import ") || line.starts_with("} from "),
               requires_one = contains(line, "= require(");
    if ((!imports && !requires_one) || !indentation(line).empty()) continue;
    imports_some |= imports;
    requires_some |= requires_one;
    if (contains(line, "\"")) manner.quote = "\"";
    if (!trim(line).ends_with(';')) manner.end = "";
    manner.with_ending |= contains(line, ".js'") || contains(line, ".js\"") || contains(line, ".mjs");
    manner.at = lines.begin(number + 1);
  }
  const auto package = package_of_file(tree, file);
  const bool declared = package && string_in(package->text, package->root, "type").value_or("") == "module";
  manner.is_module = typed || imports_some || (declared && !requires_some);
  manner.with_ending |= manner.is_module && !typed;
  return manner;
}

void import_name(const Patient& patient, const std::string& file, const std::string& name, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || words_in(code_only(*text, Speech::javascript), name).empty() || imports_name(*text, name)) return;
  const auto home = home_of(patient.tree, file, name);
  const auto package = home ? std::nullopt : package_import(patient.tree, file, *text, name);
  if (!home && !package) return;
  const auto manner = manner_of(patient.tree, file, *text);
  const auto from = home ? specifier(file, home->file, manner.with_ending) : package->package;
  const auto path = manner.quote + from + manner.quote;
  const bool is_default = home ? home->is_default : package->is_default;
  const auto list = package ? join(package->names, ", ") : name;
  const auto names = is_default ? list : "{ " + list + " }";
  // A name joins what is imported from there already.
  for (const auto* mark : {" } from ", " } = require("}) {
    const auto at = text->find(mark + path);
    if (at != npos && !is_default) {
      draft.edit(file, {{at, 0, ", " + list}});
      return;
    }
  }
  const auto line = manner.is_module ? "import " + names + " from " + path + manner.end
                                     : "const " + names + " = require(" + path + ")" + manner.end;
  const bool first = manner.at == 0 && !text->starts_with("import") && !text->starts_with("const");
  const std::string end(line_end(*text)), gap = manner.at > 0 && (*text)[manner.at - 1] != '\n' ? end : "";
  draft.edit(file, {{manner.at, 0, gap + line + end + (first ? end : "")}});
}

}  // namespace

std::vector<Patch> add_script_import(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> asked;  // a file and a name of it
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string name(capture(occurrence, "symbol"));
    for (const auto* mark : {"Cannot find name '", "error  '"}) {
      const std::string_view said = occurrence.at.text;
      const auto at = said.find(mark);
      if (!name.empty() || at == npos) continue;
      const auto rest = said.substr(at + std::string_view(mark).size());
      name = rest.substr(0, rest.find('\''));
    }
    if (!is_identifier(name) || contains(occurrence.at.text, "never used")) continue;
    auto places = places_around(patient.tree, occurrence);
    if (const auto file = eslint_file(patient.tree, occurrence.before);
        file && contains(occurrence.at.text, "no-undef"))
      places.insert(places.begin(), {*file, 0, 0});
    for (const auto& place : places) {
      if (!is_script_source(place.file)) continue;
      if (asked.emplace(place.file, name).second) import_name(patient, place.file, name, draft);
      if (!draft.patch().empty()) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
