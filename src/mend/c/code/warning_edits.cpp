#include "mend/c/code/warning_edits.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// The text as the compiler reads it, and the line of a warning.
struct Spot {
  std::string_view text;
  std::string code;
  std::size_t begin = 0, end = 0;  ///< of the line

  std::string_view line() const { return std::string_view(code).substr(begin, end - begin); }
};

// Offsets of the arguments of the call that opens at `open`; empty where it is not closed.
std::vector<std::size_t> arguments_of(std::string_view code, std::size_t open) {
  const auto close = closing_bracket(code, open);
  std::vector<std::size_t> begins;
  if (close == npos) return begins;
  int depth = 0;
  begins.push_back(open + 1);
  for (auto at = open + 1; at < close; ++at) {
    if (contains("([{", code.substr(at, 1))) ++depth;
    if (contains(")]}", code.substr(at, 1))) --depth;
    if (code[at] == ',' && depth == 0) begins.push_back(code.find_first_not_of(" \t\n", at + 1));
  }
  return begins;
}

// printf(text) → printf("%s", text)
std::vector<Edit> literal_format(const Spot& spot) {
  struct Function {
    std::string_view name;
    std::size_t format;  // which argument it is
  };
  constexpr auto functions = std::to_array<Function>(
      {{"printf", 0}, {"fprintf", 1}, {"dprintf", 1}, {"sprintf", 1}, {"snprintf", 2}, {"syslog", 1}, {"printw", 0}});
  for (const auto& function : functions) {
    for (const auto at : words_in(spot.line(), function.name)) {
      const auto open = spot.code.find_first_not_of(" \t", spot.begin + at + function.name.size());
      if (open == npos || spot.code[open] != '(') continue;
      const auto arguments = arguments_of(spot.code, open);
      if (arguments.size() != function.format + 1 || spot.text[arguments.back()] == '"') continue;
      return {{arguments.back(), 0, "\"%s\", "}};
    }
  }
  return {};
}

std::vector<Edit> without_register(const Spot& spot) {
  std::vector<Edit> edits;
  for (const auto at : words_in(spot.line(), "register")) edits.push_back({spot.begin + at, 9, ""});
  return edits;
}

// class Shape { public: → virtual ~Shape() = default; is its first member for all to see.
std::vector<Edit> virtual_destructor(const Spot& spot, std::string_view said) {
  auto at = said.find("‘class ");
  if (at == npos) at = said.find("‘struct ");
  if (at == npos || contains(said, "base class")) return {};
  const auto kind_end = said.find(' ', at);
  auto name = said.substr(kind_end + 1, said.find("’", at) - kind_end - 1);
  if (const auto colon = name.rfind(':'); colon != npos) name = name.substr(colon + 1);
  const auto open = spot.code.find('{', spot.begin);
  if (!is_identifier(name) || words_in(spot.line(), name).empty() || open == npos) return {};
  const auto close = closing_bracket(spot.code, open);
  const auto body = std::string_view(spot.code).substr(open, close == npos ? npos : close - open);
  const auto mark = body.find("public:");
  const bool is_struct = said.substr(at).starts_with("‘struct");
  if (contains(body, "~" + std::string(name)) || (mark == npos && !is_struct)) return {};
  const auto behind = spot.text.find('\n', mark == npos ? open : open + mark);
  if (behind == npos) return {};
  const auto next = spot.text.find_first_not_of(" \t", behind + 1);
  const auto indent = std::string(spot.text.substr(behind + 1, next - behind - 1));
  return {
      {behind + 1, 0, indent + "virtual ~" + std::string(name) + "() = default;" + std::string(line_end(spot.text))}};
}

// catch (Error e) → catch (const Error& e), for (auto x : all) → for (const auto& x : all)
std::vector<Edit> by_reference(const Spot& spot, std::string_view keyword) {
  for (const auto at : words_in(spot.line(), keyword)) {
    const auto open = spot.code.find('(', spot.begin + at);
    if (open == npos || open > spot.end) continue;
    const auto begin = spot.code.find_first_not_of(" \t", open + 1);
    auto name = spot.code.find_first_of(keyword == "for" ? ":" : ")", begin);
    if (keyword == "for") {  // not the `::` of a type
      while (name != npos && (spot.code.substr(name, 2) == "::" || spot.code.substr(name - 1, 2) == "::"))
        name = spot.code.find(':', name + 1);
    }
    if (name == npos || name > spot.end || contains(spot.code.substr(begin, name - begin), "&")) continue;
    auto last = spot.code.find_last_not_of(" \t", name - 1);
    while (last > begin && is_word_byte(spot.code[last])) --last;
    const bool is_const = spot.code.substr(begin).starts_with("const ");
    const auto type_end = spot.code.find_last_not_of(" \t", last) + 1;
    std::vector<Edit> edits = {{type_end, 0, "&"}};
    if (!is_const) edits.push_back({begin, 0, "const "});
    return edits;
  }
  return {};
}

// return std::move(route) → return route: the call that the warning stands in, as its place is that of the call (clang) or of
// its bracket (gcc).
std::vector<Edit> without_move(const Spot& spot, const TreePlace& place) {
  const auto said = offset_of(spot.text, place.line, place.column);
  for (const auto at : words_in(spot.line(), "move")) {
    const auto open = spot.begin + at + 4;
    auto begin = spot.begin + at;
    for (const std::string_view part : {"::", "std", "::"}) {
      if (std::string_view(spot.code).substr(0, begin).ends_with(part)) begin -= part.size();
    }
    if (!said || *said < begin || *said > open || spot.code[open] != '(') continue;
    const auto close = closing_bracket(spot.code, open);
    if (close == npos) return {};
    const auto value = spot.code.find_first_not_of(" \t\r\n", open + 1), end = end_of_code_before(spot.code, close);
    return {{begin, value - begin, ""}, {end, close + 1 - end, ""}};
  }
  return {};
}

}  // namespace

std::vector<Edit> warning_edits(std::string_view text, std::string_view said, const TreePlace& place) {
  const Lines lines(text);
  if (!lines.has(place.line)) return {};
  const Spot spot{text, code_only(text, Speech::c), lines.begin(place.line), lines.end(place.line)};
  if (contains(said, "format not a string literal and no format arguments")) return literal_format(spot);
  if (contains(said, "does not allow ‘register’") || contains(said, "does not allow 'register'"))
    return without_register(spot);
  if (contains(said, "has virtual functions and accessible non-virtual destructor") ||
      contains(said, "which has non-virtual destructor"))
    return virtual_destructor(spot, said);
  if (contains(said, "catching polymorphic type")) return by_reference(spot, "catch");
  if (contains(said, "creates a copy from type")) return by_reference(spot, "for");
  if (contains(said, "prevents copy elision") || contains(said, "redundant move in ")) return without_move(spot, place);
  return {};
}

}  // namespace regreen
