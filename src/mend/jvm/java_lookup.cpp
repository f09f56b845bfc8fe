// java.fix-name, java.fix-import: names that javac does not find: slips of ones that the file has, methods of the JDK in the
// wrong case, classes that moved to another package of the project.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/jvm/java_classes.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// Methods that most programs call, for those in the wrong case.
constexpr auto methods = std::to_array<std::string_view>(
    {"isEmpty",          "length",          "size",        "toString",    "equals",        "hashCode",
     "equalsIgnoreCase", "toUpperCase",     "toLowerCase", "substring",   "indexOf",       "lastIndexOf",
     "startsWith",       "endsWith",        "contains",    "containsKey", "containsValue", "getOrDefault",
     "putIfAbsent",      "computeIfAbsent", "keySet",      "entrySet",    "values",        "getKey",
     "getValue",         "hasNext",         "iterator",    "charAt",      "replaceAll",    "valueOf",
     "parseInt",         "parseLong",       "println",     "printf",      "format",        "getMessage",
     "getName",          "getClass",        "addAll",      "removeAll",   "removeIf",      "forEach",
     "stream",           "collect",         "isPresent",   "orElse",      "orElseThrow",   "readAllBytes",
     "readString",       "writeString",     "compareTo",   "toArray",     "isBlank",       "strip"});

/// "  symbol:   variable nmae", "  symbol:   method isempty()"
struct Missing {
  std::string kind, name;
};

Missing missing_in(const Occurrence& occurrence) {
  for (std::size_t i = 0; i < std::min<std::size_t>(occurrence.after.size(), 5); ++i) {
    auto line = trim(occurrence.after[i]);
    if (line.starts_with("[ERROR]")) line = trim(line.substr(7));
    if (!line.starts_with("symbol:")) continue;
    const auto words = split(trim(line.substr(7)), ' ');
    if (words.size() < 2) return {};
    return {std::string(words[0]), std::string(words[1].substr(0, words[1].find('(')))};
  }
  return {};
}

std::set<std::string> words_of(std::string_view code) {
  std::set<std::string> words;
  for (auto at = code.begin(); at != code.end();) {
    const auto begin = std::find_if(at, code.end(), is_word_byte);
    at = std::find_if_not(begin, code.end(), is_word_byte);
    if (begin != at) words.emplace(begin, at);
  }
  return words;
}

std::string meant_by(const Missing& missing, const std::string& code) {
  if (missing.kind == "method") {
    const auto known = std::ranges::find(methods, lower(missing.name), [](auto one) { return lower(one); });
    if (known != methods.end()) return *known == missing.name ? "" : std::string(*known);
  }
  const std::size_t limit = missing.name.size() < 4 ? 0 : missing.name.size() < 8 ? 1 : 2;
  std::string found;
  for (const auto& word : words_of(code)) {
    const bool turned =
        word.size() == missing.name.size() && word.size() > 3 && std::ranges::is_permutation(word, missing.name);
    if (word == missing.name || (edit_distance(word, missing.name, limit) > limit && !turned)) continue;
    if (!found.empty()) return "";
    found = word;
  }
  return found;
}

}  // namespace

std::vector<Patch> fix_java_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto missing = missing_in(occurrence);
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !is_identifier(missing.name) || (missing.kind != "variable" && missing.kind != "method")) continue;
    const auto code = code_only(*text, Speech::java);
    const auto right = meant_by(missing, code);
    if (right.empty()) continue;
    const Lines lines(*text);
    std::vector<Edit> edits;
    for (const auto at : words_in(code, missing.name)) {
      if (lines.number_at(at) == places[0].line) edits.push_back({at, missing.name.size(), right});
    }
    draft.edit(places[0].file, std::move(edits));
  }
  return draft.patches();
}

std::vector<Patch> fix_java_import(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".java") ? draft.read(place.file) : std::nullopt;
      if (!text) continue;
      const Lines lines(*text);
      const auto line = lines.line(place.line);
      const auto end = line.find(';'), dot = line.rfind('.', end);
      if (!line.starts_with("import ") || line.starts_with("import static") || end == std::string_view::npos ||
          dot == std::string_view::npos)
        continue;
      const std::string name(line.substr(dot + 1, end - dot - 1));
      const auto package = is_identifier(name) ? package_of_class(patient.tree, name) : "";
      const auto written = line.substr(7, dot - 7);
      if (!package.empty() && package != written)
        draft.edit(place.file, {{lines.begin(place.line) + 7, written.size(), package}});
    }
  }
  return draft.patches();
}

}  // namespace regreen
