// js.use-import: a CommonJS file of a package whose files are ES modules. What it requires is imported and what it
// exports is exported where that can be said line by line; else `require` is made, as node documents it.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/imports/manner.h"
#include "mend/node/imports/required.h"
#include "mend/node/language/chain.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view without_end(std::string_view line) {
  line = trim(line);
  return line.ends_with(';') ? trim(line.substr(0, line.size() - 1)) : line;
}

// A file of the project is named in full; JSON cannot be imported so.
std::string specifier(const Tree& tree, const std::string& file, std::string_view quoted) {
  const auto name = quoted.substr(1, quoted.size() - 2);
  if (name.ends_with(".json")) return "";
  if (!name.starts_with('.')) return std::string(quoted);
  const auto found = required_file(tree, file, quoted);
  return found ? quoted[0] + std::string(name) + std::string(found->ending) + quoted[0] : "";
}

// { a, b: c } → { a, b as c }; nothing where a name has a default or parts.
std::string as_import_list(std::string_view list) {
  std::vector<std::string> names;
  for (const auto item : split(list.substr(1, list.size() - 2), ',')) {
    const auto colon = item.find(':');
    const auto name = trim(item.substr(0, colon)), other = colon == npos ? "" : trim(item.substr(colon + 1));
    if (name.empty()) continue;
    if (!is_identifier(name) || (colon != npos && !is_identifier(other))) return "";
    names.push_back(std::string(name) + (other.empty() ? "" : " as " + std::string(other)));
  }
  return names.empty() ? "" : "{ " + join(names, ", ") + " }";
}

// What an import takes from a file once it is an ES module.
enum class Exports { unknown, whole, names };

// The list of `module.exports = { a, b };` as an export; "" where it is exported whole.
std::string listed_exports(std::string_view value) {
  value = without_end(value);
  return value.starts_with('{') && value.ends_with('}') && !contains(value, ":") ? as_import_list(value) : "";
}

Exports exports_of(std::string_view text) {
  auto found = Exports::unknown;
  for (const auto line : split_lines(text)) {
    const bool assigns = line.starts_with("module.exports = ");
    if (line.starts_with("export default") || (assigns && listed_exports(line.substr(17)).empty()))
      return Exports::whole;
    const bool names = assigns || line.starts_with("exports.") || line.starts_with("module.exports.");
    if (names || line.starts_with("export ")) found = Exports::names;
  }
  return found;
}

bool is_module(std::string_view text) {
  return std::ranges::any_of(split_lines(text), [](std::string_view line) {
    return line.starts_with("import ") || line.starts_with("export ");
  });
}

// `const names = require(from)`: a list of names, or one for all of them.
std::optional<std::string> import_of(const Tree& tree, const std::string& file, std::string_view names,
                                     std::string_view from, const std::string& end) {
  const auto where = specifier(tree, file, from);
  const auto found = required_file(tree, file, from);
  const auto other = found ? tree.read(found->path).value_or("") : "";
  const bool is_foreign = found && !is_of_same_package(tree, file, found->path) && !is_module(other);
  const bool is_kept = !found || found->path.ends_with(".cjs") || is_foreign;
  const auto exports = is_foreign ? Exports::whole : is_kept ? Exports::unknown : exports_of(other);
  const bool is_list = names.starts_with('{');
  auto list = is_list ? as_import_list(names) : is_identifier(names) ? std::string(names) : "";
  if (list.empty() || where.empty()) return std::nullopt;
  if (!is_list && exports == Exports::names) list = "* as " + list;
  if (!is_list || exports != Exports::whole) return "import " + list + " from " + where + end;
  auto stem = std::string(name_of(found->path)).substr(0, name_of(found->path).find('.')) + "Module";
  std::erase_if(stem, [](char c) { return !is_word_byte(c); });
  return "import " + stem + " from " + where + end + "\nconst " + std::string(names) + " = " + stem + end;
}

// What cannot be a name of an export as it stands: `exports.default`.
bool is_reserved(std::string_view name) {
  return name == "default" || name == "class" || name == "function" || name == "import" || name == "export" ||
         is_keyword(name);
}

/// What a file exports whole, `module.exports = parse;`. An `exports.strict = …` beside that is lost in CommonJS.
struct WholeExport {
  std::string_view value;
  std::size_t count = 0;  ///< of `module.exports = …`
  bool is_whole = false;
  bool has_members = false;  ///< `module.exports.strict = …`
};

WholeExport whole_export(std::string_view text) {
  WholeExport whole;
  for (const auto line : split_lines(text)) {
    const bool assigns = line.starts_with("module.exports = ");
    if (assigns && listed_exports(line.substr(17)).empty()) {
      whole.is_whole = true;
      whole.value = without_end(line.substr(17));
    }
    whole.count += assigns ? 1 : 0;
    whole.has_members |= line.starts_with("module.exports.");
  }
  return whole;
}

// One line of a CommonJS file as an ES module says it; the line itself where nothing is to say, nothing where it cannot.
std::optional<std::string> modern_line(const Tree& tree, const std::string& file, std::string_view line,
                                       std::string_view code) {
  const std::string end = trim(line).ends_with(';') ? ";" : "";
  const auto bare = without_end(line);
  if (bare == "'use strict'" || bare == "\"use strict\"") return "";
  const auto equals = bare.find(" = ");
  if (equals != npos && line.starts_with("const ")) {
    const auto from = required(bare.substr(equals + 3));
    if (!from.empty()) return import_of(tree, file, trim(bare.substr(6, equals - 6)), from, end);
  }
  if (const auto from = required(bare); !from.empty()) {
    const auto where = specifier(tree, file, from);
    return where.empty() ? std::nullopt : std::optional("import " + where + end);
  }
  for (const std::string_view front : {"module.exports = ", "exports = "}) {
    if (!line.starts_with(front)) continue;
    const auto rest = line.substr(front.size());
    const auto list = listed_exports(rest);
    return list.empty() ? "export default " + std::string(rest) : "export " + list + end;
  }
  for (const std::string_view front : {"module.exports.", "exports."}) {
    if (!line.starts_with(front)) continue;
    const auto rest = line.substr(front.size());
    const auto sign = rest.find(" = ");
    if (sign == npos || !is_identifier(rest.substr(0, sign)) || is_reserved(rest.substr(0, sign))) return std::nullopt;
    return "export const " + std::string(rest);
  }
  const bool left =
      !words_in(code, "require").empty() || contains(code, "module.exports") || !words_in(code, "exports").empty();
  return left ? std::nullopt : std::optional(std::string(line));
}

std::optional<std::string> modern(const Tree& tree, const std::string& file, std::string_view text) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  // Names beside what is exported whole are members of that, `parse.strict`; whoever imports it asks there for them.
  const auto whole = whole_export(text);
  const bool is_with_members = whole.is_whole && whole.has_members;
  if (whole.count > 1 || (is_with_members && !is_identifier(whole.value))) return std::nullopt;
  std::string out;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number);
    const auto line = lines.line(number);
    const auto code_here = std::string_view(code).substr(begin, line.size());
    const bool exports = line.starts_with("module.exports") || line.starts_with("exports");
    if (exports && (!words_in(code_here, "require").empty() || words_in(code_here, "exports").size() > 1))
      return std::nullopt;
    const bool is_member = is_with_members && line.starts_with("module.exports.");
    const auto now =
        is_member ? std::string(whole.value) + std::string(line.substr(14)) : modern_line(tree, file, line, code_here);
    if (!now) return std::nullopt;
    if (now->empty() && !line.empty()) continue;
    out += replace_all(*now, "\n", line_end(text)) +
           std::string(text.substr(lines.end(number), lines.begin(number + 1) - lines.end(number)));
  }
  return out;
}

bool is_plain_script(std::string_view path) { return path.ends_with(".js") || path.ends_with(".mjs"); }

// Is some script of the tree an ES module already? Where none is, the package says wrongly that they are.
bool has_modules(const Tree& tree) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto text = is_plain_script(path) && !is_vendored(path) ? tree.read(path).value_or("") : "";
    return is_module(text);
  });
}

// The file, and all that it requires of its package and that is CommonJS as well, as ES modules; nothing where one cannot be.
std::optional<Patch> all_modern(const Tree& tree, const std::string& first) {
  constexpr std::size_t files_max = 30;
  Draft draft(tree);
  std::vector<std::string> files = {first};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto file = files[i];
    const auto text = tree.read(file);
    const auto now = text && i < files_max ? modern(tree, file, *text) : std::nullopt;
    if (!now) return std::nullopt;
    if (*now == *text) continue;
    if (is_vendored(file) || is_required_by_commonjs(tree, file)) return std::nullopt;
    draft.write(file, *now);
    draft.edit(file, define_own_path(tree, file, *now));
    for (auto& next : required_files(tree, file, *text)) {
      if (is_plain_script(next) && is_of_same_package(tree, next, first) && !is_among(next, files))
        files.push_back(std::move(next));
    }
  }
  const auto count = draft.patch().changes.size();
  return count == 0 || (count > 1 && !has_modules(tree)) ? std::nullopt : std::optional(draft.patch());
}

// Below the imports, or first of all.
std::optional<std::string> with_require(std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  if (contains(text, "createRequire") || contains(code, "module.exports") || !contains(code, "require("))
    return std::nullopt;
  const Lines lines(text);
  std::size_t at = lines.line(1).starts_with("#!") ? 2 : 1;
  for (auto number = at; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with("import ")) at = number + 1;
  }
  const std::string_view quote = contains(text, "require(\"") ? "\"" : "'";
  const auto first = "import { createRequire } from " + std::string(quote) + "node:module" + std::string(quote) + ";\n";
  const std::string made = "const require = createRequire(import.meta.url);\n";
  return std::string(text.substr(0, lines.begin(at))) + first + made + std::string(text.substr(lines.begin(at)));
}

// "The requested module './settings.js' does not provide an export named 'default'": it exports as CommonJS does.
std::optional<Patch> exported(const Patient& patient, const Occurrence& occurrence) {
  for (const auto& place : places_around(patient.tree, occurrence)) {
    const auto path = resolved(path_in(folder_of(place.file), capture(occurrence, "module")));
    const auto text = path && is_plain_script(*path) && !is_vendored(*path) ? patient.tree.read(*path) : std::nullopt;
    if (!text || !contains(*text, "exports")) continue;
    Draft draft(patient.tree);
    const auto now = modern(patient.tree, *path, *text);
    if (now && *now != *text && draft.write(*path, *now)) return draft.patch();
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> use_script_import(const Patient& patient) {
  std::vector<Patch> patches;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto name = capture(occurrence, "symbol");
    if (contains(occurrence.at.text, "does not provide an export named")) {
      if (auto patch = exported(patient, occurrence)) return {*patch};
      continue;
    }
    if (name != "require" && name != "module" && name != "exports") continue;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text =
          is_plain_script(place.file) && !is_vendored(place.file) ? patient.tree.read(place.file) : std::nullopt;
      if (!text) continue;
      const auto whole = all_modern(patient.tree, place.file);
      if (whole) patches.push_back(*whole);
      const bool is_kept = whole || is_required_by_commonjs(patient.tree, place.file);
      for (const auto& now : {is_kept ? std::nullopt : modern(patient.tree, place.file, *text), with_require(*text)}) {
        Draft draft(patient.tree);
        if (now && *now != *text && draft.write(place.file, *now)) patches.push_back(draft.patch());
      }
      return patches;
    }
  }
  return patches;
}

}  // namespace regreen
