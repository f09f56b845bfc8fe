// js.raise-language: ESLint is told of an older language than the code is written in, or of scripts where it is modules.
//
//   Parsing error: Unexpected token .                                                      "ecmaVersion": 2017 → 2020
//   Parsing error: 'import' and 'export' may appear only with 'sourceType: module'         "sourceType": "module"
//
// The nearest configuration above the files that says of which language they are is the one that is corrected; where none does, the
// nearest one comes to say it.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long first_year = 2009;  // editions were counted before: 6 is ES2015, 9 ES2018

// What a parser cannot take for anything else, and the edition of ECMAScript that brought it.
struct Feature {
  std::string_view text;
  long year;
};
constexpr auto features = std::to_array<Feature>({{"**", 2016},
                                                  {"async function", 2017},
                                                  {"await ", 2017},
                                                  {"{...", 2018},
                                                  {"{ ...", 2018},
                                                  {"for await", 2018},
                                                  {"catch {", 2019},
                                                  {"?.", 2020},
                                                  {"??", 2020},
                                                  {"import(", 2020},
                                                  {"import.meta", 2020},
                                                  {"export * as ", 2020},
                                                  {"?\?=", 2021},
                                                  {"||=", 2021},
                                                  {"&&=", 2021},
                                                  {"this.#", 2022},
                                                  {"static {", 2022}});
constexpr long first_modules = 2015;

// `count = 0;`, `count;`, `#count`
bool is_field(std::string_view line) {
  if (line.starts_with("static ")) line.remove_prefix(7);
  if (line.starts_with('#')) return true;
  const auto name = line.substr(0, std::min(line.find_first_of(" =;"), line.size()));
  const auto rest = trim(line.substr(name.size()));
  return is_identifier(name) && (rest == ";" || (rest.starts_with("= ") && !rest.starts_with("==")));
}

// A field right in the body of a class.
bool has_fields(std::string_view code) {
  const auto classes = words_in(code, "class");
  auto next = classes.begin();
  std::vector<bool> open;  // of the brackets that are: is it the body of a class?
  const auto in_body = [&] { return !open.empty() && open.back(); };
  bool announced = false, begins_in_body = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const auto sign = code.substr(at, 1);
    const bool closes = contains(")]}", sign), ends = sign == "\n";
    if (next != classes.end() && *next == at) announced = true, ++next;
    if (begins_in_body && (ends || (closes && in_body()))) {
      const auto line = trim(code.substr(begin, at - begin));
      if ((in_body() || line.ends_with('{') || line.ends_with('[')) && is_field(line)) return true;
    }
    if (contains("([{", sign)) open.push_back(sign == "{" && announced);
    if (sign == "{" && announced) announced = false, begin = at + 1, begins_in_body = true;
    if (closes && !open.empty()) begins_in_body = begins_in_body && !open.back(), open.pop_back();
    if (ends) begin = at + 1, begins_in_body = in_body();
  }
  return false;
}

bool is_module(std::string_view code) {
  return std::ranges::any_of(split_lines(code), [](std::string_view line) {
    return line.starts_with("import ") || line.starts_with("export ") || line.starts_with("export{") ||
           line.starts_with("import{");
  });
}

// What a source needs: an edition, 0 where any will do, and to be a module.
struct Level {
  long year = 0;
  bool module = false;
};

long edition_of(std::string_view code) {
  long year = has_fields(code) ? 2022 : 0;
  for (const auto& feature : features) {
    for (auto at = code.find(feature.text); at != npos; at = code.find(feature.text, at + 1)) {
      const auto behind = at + feature.text.size();
      if (feature.text == "?." && behind < code.size() && is_digit(code[behind])) continue;  // a ? .5 : 1
      year = std::max(year, feature.year);
    }
  }
  return year;
}

bool is_config(std::string_view path) {
  const auto name = name_of(path);
  return name.starts_with(".eslintrc") || name.starts_with("eslint.config.") || name == "package.json";
}

// Where a text writes a key, the only time; npos where it does not, or more than once.
std::size_t only_place(std::string_view text, std::string_view key) {
  const auto at = text.find(key);
  return at == npos || text.find(key, at + 1) != npos ? npos : at;
}

// The value of the key at a place, up to what ends it: `2018`, `"script"`.
std::string_view value_at(std::string_view text, std::size_t at) {
  const auto colon = text.find(':', at);
  const auto begin = colon == npos ? npos : text.find_first_not_of(" \t", colon + 1);
  if (begin == npos || begin - at > 20) return {};
  return text.substr(begin, text.find_first_of(",}\r\n #", begin) - begin);
}

// `ecmaVersion: 2018`, the only one of the file and a lower one.
std::vector<Edit> raised(std::string_view text, long year) {
  const auto at = only_place(text, "ecmaVersion");
  const auto value = at == npos ? std::string_view() : value_at(text, at);
  const auto number = parse_number(value);
  if (!number) return {};
  const bool counts = *number < 100;
  if ((counts ? *number + first_year : *number) >= year) return {};
  return {{offset_in(text, value), value.size(), std::to_string(counts ? year - first_year : year)}};
}

// How a configuration writes a key and a text: as JSON, YAML or a program.
std::string written(std::string_view path, std::string_view text, std::string_view key, std::string_view value) {
  const bool is_program = path.ends_with("js");
  const auto mark = is_program && contains(text, "'") ? "'" : "\"";
  const bool is_yaml = path.ends_with(".yml") || path.ends_with(".yaml");
  if (is_yaml) return std::string(key) + ": " + std::string(value);
  const bool is_text = !parse_number(value);
  const auto name = is_program ? std::string(key) : "\"" + std::string(key) + "\"";
  return name + ": " + (is_text ? mark + std::string(value) + mark : std::string(value));
}

// `sourceType: "script"` → "module"; where nothing is said, it is said behind the edition.
std::vector<Edit> as_module(std::string_view path, std::string_view text) {
  if (const auto at = only_place(text, "sourceType"); at != npos) {
    const auto value = value_at(text, at);
    const auto word = trim(value).find_first_not_of("'\"");
    if (word == npos || contains(value, "module")) return {};
    const auto bare = value.substr(word, value.find_first_of("'\"", word) - word);
    if (bare != "script" && bare != "commonjs") return {};
    return {{offset_in(text, bare), bare.size(), "module"}};
  }
  const auto at = contains(text, "sourceType") ? npos : only_place(text, "ecmaVersion");
  const auto value = at == npos ? std::string_view() : value_at(text, at);
  if (value.empty()) return {};
  const Lines lines(text);
  const auto line = lines.line(lines.number_at(at));
  const auto said = written(path, text, "sourceType", "module");
  const bool is_alone = trim(line).substr(0, 13).find("ecmaVersion") != npos && !contains(line, "}");
  const auto gap = std::string(line_end(text)) + std::string(indentation(line));
  const bool is_yaml = path.ends_with("ml");
  if (is_yaml && !is_alone) return {};
  const auto between = is_yaml ? gap : is_alone ? "," + gap : std::string(", ");
  return {{offset_in(text, value) + value.size(), 0, between + said}};
}

// A configuration that says nothing of the language: `parserOptions` below its first bracket, or at the top of YAML.
std::vector<Edit> with_options(std::string_view path, std::string_view text, const Level& level) {
  if (contains(text, "parserOptions") || contains(text, "languageOptions") || contains(text, "ecmaVersion") ||
      name_of(path) == "package.json" || name_of(path).starts_with("eslint.config."))
    return {};
  const auto year = std::to_string(std::max(level.year, first_modules));
  const std::string end(line_end(text));
  const auto edition = written(path, text, "ecmaVersion", year), kind = written(path, text, "sourceType", "module");
  if (path.ends_with("ml"))
    return {{0, 0, "parserOptions:" + end + "  " + edition + end + (level.module ? "  " + kind + end : "")}};
  const bool is_program = path.ends_with("js");
  const auto start = is_program ? text.find("module.exports = {") : text.find('{');
  const auto open = start == npos ? npos : text.find('{', start);
  const auto next = open == npos ? npos : text.find_first_not_of("\r\n", open + 1);
  if (next == npos || next == open + 1) return {};
  const std::string front(indentation(text.substr(next)));
  const auto options = std::string(is_program ? "parserOptions" : "\"parserOptions\"") + ": { " + edition +
                       (level.module ? ", " + kind : "") + " },";
  return {{next, 0, front + options + end}};
}

// The sources that the log speaks of: at a place, or in a line of their own above their findings.
std::set<std::string> files_said(const Patient& patient) {
  std::set<std::string> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto& place : places_around(patient.tree, occurrence)) files.insert(std::move(place.file));
    for (const auto* rows : {&occurrence.before, &occurrence.after}) {
      for (const auto& row : *rows) {
        const auto name = trim(row);
        if (!is_script_source(name) || contains(name, " ")) continue;
        if (auto file = find_file(patient.tree, name)) files.insert(std::move(*file));
      }
    }
  }
  std::erase_if(files, [](const std::string& file) { return is_config(file) || !is_script_source(file); });
  return files;
}

// The configurations that hold for a file, the nearest first.
std::vector<std::string> configs_for(const Tree& tree, std::string_view file) {
  std::vector<std::string> configs;
  for (const auto& path : tree.list()) {
    const auto front = path_in(folder_of(path), "");
    const bool holds = front == "/" || front.empty() || file.starts_with(front);
    if (is_config(path) && holds && (name_of(path) != "package.json" || contains(*tree.read(path), "eslintConfig")))
      configs.push_back(path);
  }
  std::ranges::stable_sort(configs, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::ranges::stable_sort(
      configs, [](const std::string& a, const std::string& b) { return folder_of(a).size() > folder_of(b).size(); });
  return configs;
}

std::string config_that_says(const Draft& draft, const std::vector<std::string>& configs, std::string_view key) {
  const auto found = std::ranges::find_if(
      configs, [&](const std::string& path) { return contains(draft.read(path).value_or(""), key); });
  return found == configs.end() ? "" : *found;
}

void set_level(const Tree& tree, Draft& draft, const std::string& file, const Level& level) {
  const auto configs = configs_for(tree, file);
  const auto edition = config_that_says(draft, configs, "ecmaVersion");
  if (!edition.empty()) {
    if (level.year > 0) draft.edit(edition, raised(*draft.read(edition), level.year));
    auto kind = config_that_says(draft, configs, "sourceType");
    if (kind.empty()) kind = edition;
    if (level.module) draft.edit(kind, as_module(kind, *draft.read(kind)));
  } else if (!configs.empty()) {
    const auto kind = config_that_says(draft, configs, "sourceType");
    const auto edits = kind.empty()   ? with_options(configs[0], *draft.read(configs[0]), level)
                       : level.module ? as_module(kind, *draft.read(kind))
                                      : std::vector<Edit>();
    if (!edits.empty()) draft.edit(kind.empty() ? configs[0] : kind, edits);
  }
}

}  // namespace

std::vector<Patch> raise_script_language(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, Level> levels;
  for (const auto& file : files_said(patient)) {
    const auto text = draft.read(file);
    if (!text || text->size() > source_bytes_max) continue;
    const auto code = code_only(*text, Speech::javascript);
    levels[file] = {edition_of(code), is_module(code)};
  }
  Level all;
  for (const auto& [file, level] : levels) all = {std::max(all.year, level.year), all.module || level.module};
  for (const auto& [file, level] : levels) set_level(patient.tree, draft, file, {all.year, level.module});
  return draft.patches();
}

}  // namespace regreen
