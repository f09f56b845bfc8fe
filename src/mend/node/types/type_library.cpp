// js.drop-types: types are asked for of a package that the project does not have any more.
//
//   error TS2688: Cannot find type definition file for 'mocha'.        "types": ["node", "mocha"]   /// <reference types="mocha" />
//
// Where no package.json speaks of the package and no source imports it, nothing is left that its types were for, and they are not
// asked for any longer. Whoever still uses its globals is told so by the compiler, and the change does not prove itself.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/json_text.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t libraries_max = 20;  // for each of them the whole tree is read

std::string quoted(std::string_view name, char quote) { return quote + std::string(name) + quote; }

std::string reference_to(std::string_view library) { return "<reference types=" + quoted(library, '"'); }

// The package that types are of: "@types/a__b" and "a__b" → "@a/b".
std::string typed_package(std::string_view library) {
  if (library.starts_with("@types/")) library.remove_prefix(7);
  const auto scope = library.find("__");
  return scope == std::string_view::npos || library.starts_with('@')
             ? std::string(library)
             : "@" + std::string(library.substr(0, scope)) + "/" + std::string(library.substr(scope + 2));
}

// Does a line import the package, or a file of it: 'mocha', "mocha/lib/x"?
bool imports(std::string_view line, std::string_view package) {
  if (!contains(line, "import") && !contains(line, "from ") && !contains(line, "require(")) return false;
  return std::ranges::any_of(std::string_view("\"'"), [&](char quote) {
    const auto front = quote + std::string(package);
    return contains(line, front + quote) || contains(line, front + "/");
  });
}

bool may_import(std::string_view path) {
  return is_script_source(path) || path.ends_with(".vue") || path.ends_with(".svelte") || path.ends_with(".astro");
}

// Does a package.json speak of the package, as a dependency or in a script, or a source import it?
bool is_used(const Tree& tree, std::string_view package) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool is_manifest = name_of(path) == "package.json";
    if ((!is_manifest && !may_import(path)) || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    if (is_manifest) return !words_in(text, package).empty();
    return std::ranges::any_of(split_lines(text), [&](auto line) { return imports(line, package); });
  });
}

// Does the project itself declare the types, in a folder of that name?
bool is_own(const Tree& tree, std::string_view library) {
  const auto file = "/" + std::string(library) + "/index.d.ts", single = "/" + std::string(library) + ".d.ts";
  return std::ranges::any_of(
      tree.list(), [&](const auto& path) { return ("/" + path).ends_with(file) || ("/" + path).ends_with(single); });
}

// The library leaves `types` of a tsconfig.json.
std::vector<Edit> without_library(std::string_view text, std::string_view library) {
  const auto plain = plain_json(text);
  const auto root = read_json_object(plain);
  const auto options = root ? object_in(plain, *root, "compilerOptions") : std::nullopt;
  const auto* types = options ? options->find("types") : nullptr;
  const auto written = without_json_comments(text);  // a comma before the bracket counts
  const auto list = types != nullptr ? read_string_list(written, types->value) : std::nullopt;
  if (!list) return {};
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    if (list->items[i].value == library) indexes.push_back(i);
  }
  if (indexes.empty()) return {};
  return remove_strings(written, *list, indexes);
}

// `/// <reference types="mocha" />` leaves the top of a source.
std::vector<Edit> without_reference(std::string_view text, std::string_view library) {
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (!line.starts_with("///") || !contains(line, reference_to(library))) continue;
    edits.push_back({lines.begin(number), lines.begin(number + 1) - lines.begin(number), ""});
  }
  return edits;
}

}  // namespace

std::vector<Patch> drop_script_types(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string library(capture(occurrence, "module"));
    const auto package = npm_package(typed_package(library));
    // What is node's own is used without a word in package.json.
    if (!package || package == "node" || !seen.insert(library).second) continue;
    if (seen.size() > libraries_max) break;
    if (is_used(patient.tree, *package) || is_own(patient.tree, library)) continue;
    for (const auto& path : patient.tree.list()) {
      const bool is_config = path.ends_with(".json"), is_source = is_script_source(path) || path.ends_with(".d.ts");
      if ((!is_config && !is_source) || is_built(path)) continue;
      const auto text = draft.read(path);
      if (!text || !contains(*text, quoted(library, '"'))) continue;
      draft.edit(path, is_config ? without_library(*text, library) : without_reference(*text, library));
    }
  }
  return draft.patches();
}

}  // namespace regreen
