// c.fix-definition: a default argument that the declaration has already. c.make-inline: a function that is defined in a
// header and so in every object that includes it.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
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

/// A function as a linker names it: `tilegeo::Tile::name[abi:cxx11]() const` is `name` of `Tile`.
struct Linked {
  std::string scope, name;

  auto operator<=>(const Linked&) const = default;
};

Linked linked_of(std::string_view symbol) {
  symbol = symbol.substr(0, std::min(symbol.find('('), symbol.find("[abi:")));
  const auto colon = symbol.rfind("::");
  if (colon == npos) return {"", std::string(symbol)};
  return {std::string(word_before(symbol, colon)), std::string(symbol.substr(colon + 2))};
}

// Does code stand in no block but those of namespaces and of `extern "C"`? What a class defines in itself is inline.
bool is_at_top(std::string_view code, std::size_t at) {
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    const auto head = head_before(code, open);
    if (code[open] != '{' || (words_in(head, "namespace").empty() && words_in(head, "extern").empty())) return false;
  }
  return true;
}

// Where the line of a function's type begins: that of its name, or the one above where nothing stands before the name.
std::size_t type_begin(std::string_view code, std::size_t name) {
  const auto begin = code.rfind('\n', name) + 1;
  if (begin == 0 || begin != name) return begin;
  const auto above = code.substr(0, begin - 1).rfind('\n') + 1;
  const auto type = trim(code.substr(above, begin - 1 - above));
  const bool is_type = !type.empty() && type.find_first_of("(){};=,#.") == npos && !type.ends_with(':');
  return is_type ? above : begin;
}

// Where the definition of a plain function begins: its line has a type before the name, and no word that settles linkage.
std::optional<std::size_t> definition_of(std::string_view text, const Linked& linked) {
  if (text.size() > source_bytes_max) return std::nullopt;
  const auto code = code_only(text, Speech::c);
  const auto member = linked.scope + "::";
  for (const auto at : words_in(code, linked.name)) {
    const auto open = code.find_first_not_of(" \t", at + linked.name.size());
    if (open == npos || code[open] != '(') continue;
    const bool is_member = !linked.scope.empty() && std::string_view(code).substr(0, at).ends_with(member);
    const auto name = is_member ? at - member.size() : at;
    const auto begin = type_begin(code, name);
    const auto type = trim(std::string_view(code).substr(begin, name - begin));
    if ((type.empty() && !(is_member && linked.scope == linked.name)) || type.find_first_of("(;=,{}#.") != npos)
      continue;
    if (type.starts_with("return") || type.ends_with("::") || contains(type, "else")) continue;
    bool settled = false;
    for (const std::string_view word : {"inline", "static", "constexpr", "template", "extern", "virtual", "friend"})
      settled |= !words_in(type, word).empty();
    const auto above = trim(std::string_view(code).substr(0, begin));
    const auto close = closing_bracket(code, open);
    const auto body = close == npos ? npos : code.find_first_of(";{", close);
    const auto last = above.substr(above.rfind('\n') + 1);
    if (settled || trim(last).starts_with("template") || body == npos || code[body] != '{') continue;
    if (is_at_top(code, begin)) return code.find_first_not_of(" \t", begin);
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

namespace {

// Does the function that begins there keep something from call to call? Each file would keep its own, in C.
bool keeps_something(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (auto i = text.find('{', at); i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return false;
    if (text.substr(i, 7) == "static ") return true;
  }
  return true;
}

}  // namespace

std::vector<Patch> make_c_inline(const Patient& patient) {
  Draft draft(patient.tree);
  const bool cpp =
      std::ranges::any_of(patient.tree.list(), [](const auto& path) { return is_cpp(path) && !is_c_header(path); });
  std::set<Linked> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto linked = linked_of(capture(occurrence, "symbol"));
    if (is_identifier(linked.name)) names.insert(std::move(linked));
  }
  for (const auto& linked : names) {
    std::vector<std::string> homes;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_c_header(path) ? draft.read(path) : std::nullopt;
      if (text && contains(*text, linked.name) && definition_of(*text, linked)) homes.push_back(path);
    }
    if (homes.size() != 1) continue;
    while (const auto at = definition_of(*draft.read(homes[0]), linked)) {  // of every overload
      if (!cpp && keeps_something(*draft.read(homes[0]), *at)) break;
      if (!draft.edit(homes[0], {{*at, 0, cpp ? "inline " : "static inline "}})) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
