// c.fix-definition: a default argument that the declaration has already. c.make-inline: a function that is defined in a
// header and so in every object that includes it.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "default argument given for parameter 2 of ‘double scale(double, double)’": the second one loses its `= 2.0`.
std::optional<Edit> without_default(std::string_view text, std::string_view said, std::size_t line) {
  const auto mark = said.find("default argument given for parameter ");
  const long number =
      mark == npos ? 0 : line_number(said.substr(mark + 37, said.find(' ', mark + 37) - mark - 37)).value_or(0);
  const Lines lines(text);
  if (number == 0 || !lines.has(line)) return std::nullopt;
  const auto code = code_only(text, Speech::c);
  const auto open = code.find('(', lines.begin(line)), close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  long parameter = 1;
  int depth = 0;
  std::size_t equals = npos;
  for (auto at = open + 1; at <= close; ++at) {
    const auto c = code.substr(at, 1);
    if (contains("([{<", c)) ++depth;
    if (contains(")]}>", c) && at != close) --depth;
    if (c == "=" && depth == 0 && parameter == number && equals == npos) equals = at;
    if (at != close && (c != "," || depth != 0)) continue;
    if (parameter == number && equals != npos) {
      const auto begin = end_of_code_before(code, equals);
      return Edit{begin, at - begin, ""};
    }
    ++parameter;
  }
  return std::nullopt;
}

// Where the definition of a plain function begins: its line has a type before the name, and no word that settles linkage.
std::optional<std::size_t> definition_of(std::string_view text, std::string_view name) {
  if (text.size() > source_bytes_max) return std::nullopt;
  const auto code = code_only(text, Speech::c);
  for (const auto at : words_in(code, name)) {
    const auto open = code.find_first_not_of(" \t", at + name.size());
    if (open == npos || code[open] != '(') continue;
    const auto begin = code.rfind('\n', at) + 1;
    const auto type = trim(std::string_view(code).substr(begin, at - begin));
    if (type.empty() || type.find_first_of("(;=,{}#.") != npos) continue;
    if (type.starts_with("return") || type.ends_with("::") || contains(type, "else")) continue;
    bool settled = false;
    for (const std::string_view word : {"inline", "static", "constexpr", "template", "extern", "virtual", "friend"})
      settled |= !words_in(type, word).empty();
    const auto above = trim(std::string_view(code).substr(0, begin));
    const auto close = closing_bracket(code, open);
    const auto body = close == npos ? npos : code.find_first_of(";{", close);
    const auto last = above.substr(above.rfind('\n') + 1);
    if (settled || trim(last).starts_with("template") || body == npos || code[body] != '{') continue;
    return code.find_first_not_of(" \t", begin);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Patch> fix_c_definition(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() || places[0].line == 0 ? std::nullopt : draft.read(places[0].file);
    const auto edit = text ? without_default(*text, occurrence.at.text, places[0].line) : std::nullopt;
    if (edit) draft.edit(places[0].file, {*edit});
  }
  return draft.patches();
}

std::vector<Patch> make_c_inline(const Patient& patient) {
  Draft draft(patient.tree);
  const bool cpp =
      std::ranges::any_of(patient.tree.list(), [](const auto& path) { return is_cpp(path) && !is_c_header(path); });
  std::set<std::string> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string name(capture(occurrence, "symbol"));
    name = name.substr(0, name.find('('));
    if (const auto colon = name.rfind("::"); colon != std::string::npos) name = name.substr(colon + 2);
    if (is_identifier(name)) names.insert(std::move(name));
  }
  for (const auto& name : names) {
    std::vector<std::string> homes;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_c_header(path) ? draft.read(path) : std::nullopt;
      if (text && contains(*text, name) && definition_of(*text, name)) homes.push_back(path);
    }
    if (homes.size() != 1) continue;
    const auto at = definition_of(*draft.read(homes[0]), name);
    draft.edit(homes[0], {{*at, 0, cpp ? "inline " : "static inline "}});
  }
  return draft.patches();
}

}  // namespace regreen
