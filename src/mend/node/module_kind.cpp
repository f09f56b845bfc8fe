// js.use-import: a CommonJS file of a package whose files are ES modules. What it requires is imported and what it
// exports is exported where that can be said line by line; else `require` is made, as node documents it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view without_end(std::string_view line) {
  line = trim(line);
  return line.ends_with(';') ? trim(line.substr(0, line.size() - 1)) : line;
}

// `require('x')` and nothing else: x with its quotes.
std::string_view required(std::string_view value) {
  value = trim(value);
  if (!value.starts_with("require(") || !value.ends_with(')')) return "";
  const auto inside = trim(value.substr(8, value.size() - 9));
  const bool quoted =
      inside.size() > 2 && contains("'\"", inside.substr(0, 1)) && inside.find(inside[0], 1) + 1 == inside.size();
  return quoted ? inside : "";
}

// A file of the project is named in full; JSON cannot be imported so.
std::string specifier(const Tree& tree, const std::string& file, std::string_view quoted) {
  const auto name = quoted.substr(1, quoted.size() - 2);
  if (name.ends_with(".json")) return "";
  if (!name.starts_with('.')) return std::string(quoted);
  const auto path = resolved(path_in(folder_of(file), name));
  if (!path) return "";
  for (const std::string_view ending : {"", ".js", ".mjs", ".cjs", "/index.js"}) {
    if (tree.has(*path + std::string(ending))) return quoted[0] + std::string(name) + std::string(ending) + quoted[0];
  }
  return "";
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

// One line of a CommonJS file as an ES module says it; the line itself where nothing is to say, nothing where it cannot.
std::optional<std::string> modern_line(const Tree& tree, const std::string& file, std::string_view line,
                                       std::string_view code) {
  const std::string end = trim(line).ends_with(';') ? ";" : "";
  const auto bare = without_end(line);
  if (bare == "'use strict'" || bare == "\"use strict\"") return "";
  const auto equals = bare.find(" = ");
  if (equals != npos && line.starts_with("const ")) {
    const auto from = required(bare.substr(equals + 3));
    if (!from.empty()) {
      const auto names = trim(bare.substr(6, equals - 6));
      const auto list = names.starts_with('{') ? as_import_list(names) : is_identifier(names) ? std::string(names) : "";
      const auto where = specifier(tree, file, from);
      return list.empty() || where.empty() ? std::nullopt : std::optional("import " + list + " from " + where + end);
    }
  }
  if (const auto from = required(bare); !from.empty()) {
    const auto where = specifier(tree, file, from);
    return where.empty() ? std::nullopt : std::optional("import " + where + end);
  }
  for (const std::string_view front : {"module.exports = ", "exports = "}) {
    if (!line.starts_with(front)) continue;
    const auto rest = line.substr(front.size());
    const auto value = without_end(rest);
    const auto list =
        value.starts_with('{') && value.ends_with('}') && !contains(value, ":") ? as_import_list(value) : "";
    return list.empty() ? "export default " + std::string(rest) : "export " + list + end;
  }
  for (const std::string_view front : {"module.exports.", "exports."}) {
    if (!line.starts_with(front)) continue;
    const auto rest = line.substr(front.size());
    const auto sign = rest.find(" = ");
    if (sign == npos || !is_identifier(rest.substr(0, sign))) return std::nullopt;
    return "export const " + std::string(rest);
  }
  const bool left =
      !words_in(code, "require").empty() || contains(code, "module.exports") || !words_in(code, "exports").empty();
  return left ? std::nullopt : std::optional(std::string(line));
}

std::optional<std::string> modern(const Tree& tree, const std::string& file, std::string_view text) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  std::string out;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto begin = lines.begin(number);
    const auto line = lines.line(number);
    const auto now = modern_line(tree, file, line, std::string_view(code).substr(begin, line.size()));
    if (!now) return std::nullopt;
    if (now->empty() && !line.empty()) continue;
    out += *now + std::string(text.substr(lines.end(number), lines.begin(number + 1) - lines.end(number)));
  }
  return out;
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

bool is_plain_script(std::string_view path) { return path.ends_with(".js") || path.ends_with(".mjs"); }

// "The requested module './settings.js' does not provide an export named 'default'": it exports as CommonJS does.
std::optional<Patch> exported(const Patient& patient, const Occurrence& occurrence) {
  for (const auto& place : places_around(patient.tree, occurrence)) {
    const auto path = resolved(path_in(folder_of(place.file), capture(occurrence, "module")));
    const auto text = path && is_plain_script(*path) ? patient.tree.read(*path) : std::nullopt;
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
      const auto text = is_plain_script(place.file) ? patient.tree.read(place.file) : std::nullopt;
      if (!text) continue;
      for (const auto& now : {modern(patient.tree, place.file, *text), with_require(*text)}) {
        Draft draft(patient.tree);
        if (now && *now != *text && draft.write(place.file, *now)) patches.push_back(draft.patch());
      }
      return patches;
    }
  }
  return patches;
}

}  // namespace regreen
