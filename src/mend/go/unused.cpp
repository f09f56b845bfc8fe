// go.remove-unused: variables that a Go file declares and never uses; what their values do stays done.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/imports.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Functions that only answer: of built-ins, of packages as a whole, and single ones.
bool only_answers(std::string_view function) {
  constexpr auto whole = std::to_array<std::string_view>({"strings.", "math.", "path.", "unicode.", "utf8.", "bits."});
  constexpr auto single = std::to_array<std::string_view>({"len",
                                                           "cap",
                                                           "make",
                                                           "new",
                                                           "append",
                                                           "string",
                                                           "int",
                                                           "int64",
                                                           "float64",
                                                           "byte",
                                                           "fmt.Sprint",
                                                           "fmt.Sprintf",
                                                           "fmt.Sprintln",
                                                           "fmt.Errorf",
                                                           "errors.New",
                                                           "strconv.Itoa",
                                                           "strconv.Quote",
                                                           "strconv.FormatInt",
                                                           "filepath.Join",
                                                           "filepath.Base",
                                                           "filepath.Dir",
                                                           "filepath.Ext",
                                                           "time.Duration",
                                                           "time.Now",
                                                           "bytes.Contains",
                                                           "bytes.Equal",
                                                           "context.Background",
                                                           "context.TODO"});
  return std::ranges::any_of(whole, [&](auto package) { return function.starts_with(package); }) ||
         std::ranges::find(single, function) != single.end();
}

// Without channels and function literals, and every call only answers.
bool does_something(std::string_view value) {
  if (contains(value, "<-") || contains(value, "func") || contains(value, "[T")) return true;
  for (auto open = value.find('('); open != npos; open = value.find('(', open + 1)) {
    auto begin = open;
    while (begin > 0 && (is_word_byte(value[begin - 1]) || value[begin - 1] == '.')) --begin;
    const auto function = value.substr(begin, open - begin);
    if (!function.empty() && !only_answers(function)) return true;
    if (function.empty() && (open == 0 ? false : contains(")]", value.substr(open - 1, 1)))) return true;
  }
  return false;
}

std::optional<Edit> remove_variable(std::string_view text, const TreePlace& place, const std::string& name) {
  const auto at = is_identifier(name) ? offset_of(text, place.line, place.column, name) : std::nullopt;
  if (!at) return std::nullopt;
  const Lines lines(text);
  const auto code = code_only(text, Speech::go);
  const auto whole = std::string_view(code).substr(lines.begin(place.line), lines.line(place.line).size());
  const auto line = trim(whole);
  const auto column = *at - lines.begin(place.line);
  const auto sign = whole.find(":=");
  const auto others = words_in(code.substr(lines.begin(place.line + 1)), name);
  if (line.starts_with(name) && trim(line.substr(name.size())).starts_with(":=") && sign != npos) {
    const auto value = trim(whole.substr(sign + 2));
    if (value.ends_with('{') || value.ends_with('(') || value.ends_with(',') || !others.empty()) return std::nullopt;
    if (!does_something(value)) return without_lines(lines, place.line, place.line);
    return Edit{*at, lines.begin(place.line) + sign + 2 - *at, "_ ="};
  }
  if (line.starts_with("var " + name)) {
    const auto rest = trim(line.substr(4 + name.size()));
    if (rest.ends_with('{') || rest.ends_with('(') || rest.starts_with(',') || !others.empty()) return std::nullopt;
    if (!does_something(rest)) return without_lines(lines, place.line, place.line);
    return std::nullopt;
  }
  if (sign != npos && column < sign && contains(whole.substr(0, sign), ",")) {
    // `for i, v := range x`: the last of two may go, the first is "_"
    return Edit{*at, name.size(), "_"};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> remove_unused_go(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !places[0].file.ends_with(".go")) continue;
    std::string name(capture(occurrence, "symbol"));
    if (name.empty())
      name = std::string(trim(std::string_view(occurrence.at.text).substr(occurrence.at.text.rfind(':') + 1)));
    if (auto edit = remove_variable(*text, places[0], name)) by_file[places[0].file].push_back(std::move(*edit));
  }
  for (auto& [file, edits] : by_file) {
    if (draft.edit(file, std::move(edits))) settle_go_imports(draft, file, patient.rules);
  }
  return draft.patches();
}

}  // namespace regreen
