// js.raise-language: ESLint is told of an older language than the code is written in.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
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
                                                  {"export * as ", 2020},
                                                  {"?\?=", 2021},
                                                  {"||=", 2021},
                                                  {"&&=", 2021},
                                                  {"this.#", 2022},
                                                  {"static {", 2022}});

long edition_of(std::string_view source) {
  const auto code = code_only(source, Speech::javascript);
  long year = 0;
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

// `ecmaVersion: 2018`, the only one of the file and a lower one.
std::vector<Edit> raised(std::string_view text, long year) {
  const auto at = text.find("ecmaVersion");
  if (at == npos || text.find("ecmaVersion", at + 1) != npos) return {};
  const auto colon = text.find(':', at);
  const auto value = colon == npos ? npos : text.find_first_not_of(" \t", colon + 1);
  if (value == npos || value - at > 20) return {};
  const auto digits = text.substr(value, text.find_first_not_of("0123456789", value) - value);
  const auto number = parse_number(digits);
  if (!number) return {};
  const bool counts = *number < 100;
  if ((counts ? *number + first_year : *number) >= year) return {};
  return {{value, digits.size(), std::to_string(counts ? year - first_year : year)}};
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

}  // namespace

std::vector<Patch> raise_script_language(const Patient& patient) {
  Draft draft(patient.tree);
  long year = 0;
  for (const auto& file : files_said(patient)) {
    if (const auto text = draft.read(file)) year = std::max(year, edition_of(*text));
  }
  for (const auto& path : patient.tree.list()) {
    const auto text = year > 0 && is_config(path) ? draft.read(path) : std::nullopt;
    if (text) draft.edit(path, raised(*text, year));
  }
  return draft.patches();
}

}  // namespace regreen
