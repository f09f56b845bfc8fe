#include "mend/node/lint/unused_value.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Calls that only answer: to keep one of them would be as odd as the name was.
bool only_answers(std::string_view value) {
  static constexpr auto answering = std::to_array<std::string_view>(
      {"Math.",     "JSON.stringify(", "Object.keys(",  "Object.values(", "Object.entries(", "String(",
       "Number(",   "Boolean(",        "Array(",        "Array.from(",    "Symbol(",         "BigInt(",
       "Date.now(", "new Map(",        "new Set(",      "new Date(",      "new Array(",      "path.join(",
       "parseInt(", "parseFloat(",     "path.resolve(", "path.basename(", "path.dirname(",   "require("});
  return std::ranges::any_of(answering, [&](auto call) { return value.starts_with(call); });
}

// Methods that only answer, whatever they are called on.
bool is_answering_method(std::string_view name) {
  static constexpr auto answering = std::to_array<std::string_view>(
      {"concat",        "endsWith",       "every",    "filter",      "find",  "findIndex",  "flat",
       "flatMap",       "getElementById", "includes", "indexOf",     "join",  "keys",       "map",
       "querySelector", "reduce",         "slice",    "some",        "split", "startsWith", "substring",
       "toFixed",       "toLowerCase",    "toString", "toUpperCase", "trim",  "values"});
  return is_among(name, answering);
}

// Is the call with which a chain ends of such a method? "trim" of `read(a).trim()`.
bool ends_in_answer(std::string_view code, std::size_t end) {
  const auto open = bracket_around(code, end_of_code_before(code, end) - 1);
  const auto method = open == npos ? "" : word_before(code, open);
  return !method.empty() && code.substr(0, open - method.size()).ends_with('.') && is_answering_method(method);
}

// Places where a name stands as such, not `a.name` or `name: a`.
std::vector<std::size_t> places_of_name(std::string_view code, std::string_view name) {
  auto places = words_in(code, name);
  std::erase_if(places, [&](std::size_t at) {
    return code.substr(0, at).ends_with('.') || code.substr(at + name.size()).starts_with(':');
  });
  return places;
}

// Where a chain of names and calls ends that begins at `at`: `a.b(c)[d]?.e<T>(f)`; npos for any other expression, and for one that
// ends in no call.
std::size_t end_of_calls(std::string_view code, std::size_t at) {
  bool is_called = false;
  while (at < code.size()) {
    const char c = code[at];
    if (c == '(' || c == '[') {
      const auto close = closing_bracket(code, at);
      if (close == npos) return npos;
      is_called = c == '(';
      at = close + 1;
    } else if (c == '<' && is_word_byte(code[at - 1])) {
      const auto close = closing_angle(code, at);
      if (close == npos || code.substr(close + 1, 1) != "(") return npos;
      at = close + 1;
    } else if (is_word_byte(c) || c == '$' || c == '.' || c == '!' || code.substr(at, 2) == "?.") {
      if (is_word_byte(c)) is_called = false;
      at += c == '?' ? 2 : 1;
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      const auto next = code.find_first_not_of(" \t\r\n", at);
      const bool goes_on = next != npos && (code[next] == '.' || code.substr(next, 2) == "?.");
      if (!goes_on) return is_called ? at : npos;
      at = next;
    } else {
      return c == ';' && is_called ? at : npos;
    }
  }
  return is_called ? at : npos;
}

// Does an expression that ends at `end` end its statement, too? What goes on on the next line begins with an operator.
bool ends_statement(std::string_view code, std::size_t end) {
  const auto next = code.find_first_not_of(" \t\r", end);
  if (next == npos || code[next] == ';') return true;
  if (code[next] != '\n') return false;
  const auto below = code.find_first_not_of(" \t\r\n", next);
  return below == npos || code[below] == '}' || is_word_byte(code[below]) || contains("$@#", code.substr(below, 1));
}

// `const name: Type = f(x);` → `f(x);`
std::optional<Edit> keep_call(std::string_view code, const Lines& lines, std::size_t number, std::string_view name) {
  const auto begin = lines.begin(number) + indentation(lines.line(number)).size();
  auto rest = code.substr(begin);
  const bool is_const = rest.starts_with("const ");
  // A variable may be written to again.
  if (!is_const && !((rest.starts_with("let ") || rest.starts_with("var ")) && words_in(code, name).size() == 1))
    return std::nullopt;
  rest.remove_prefix(is_const ? 6 : 4);
  const auto equals = code.find(" = ", begin);
  const auto declared = code.substr(begin, equals - begin);
  if (!rest.starts_with(name) || equals == npos || equals > lines.end(number)) return std::nullopt;
  const auto behind = trim(declared.substr((is_const ? 6 : 4) + name.size()));
  if (!behind.empty() && (behind[0] != ':' || contains(behind, ","))) return std::nullopt;
  const auto value = code.find_first_not_of(" \t\r\n", equals + 3);
  if (value == npos) return std::nullopt;
  auto call = value;
  for (const std::string_view word : {"await ", "new "}) {
    if (code.substr(call).starts_with(word)) call += word.size();
  }
  const auto first = word_at(code, call);
  static constexpr auto no_calls = std::to_array<std::string_view>(
      {"", "function", "class", "async", "typeof", "void", "yield", "delete", "await", "new"});
  if (is_among(first, no_calls)) return std::nullopt;
  const auto end = end_of_calls(code, call);
  if (end == npos || !ends_statement(code, end)) return std::nullopt;
  if (only_answers(code.substr(value)) || ends_in_answer(code, end)) return std::nullopt;
  return Edit{begin, value - begin, ""};
}

// `const [a, b] = f()` and `for (const [a, b] of all)`: places count, so what stands before others leaves its comma.
std::optional<Edit> without_element(std::string_view code, const Lines& lines, std::size_t number,
                                    std::string_view name) {
  const auto line = code.substr(lines.begin(number), lines.line(number).size());
  for (const std::string_view word : {"const [", "let [", "var ["}) {
    const auto at = line.find(word);
    const auto open = at == npos ? npos : at + word.size() - 1;
    const auto close = open == npos ? npos : closing_bracket(line, open);
    if (close == npos) continue;
    const auto items = items_of(line.substr(open + 1, close - open - 1), Speech::javascript);
    const auto found = std::ranges::find(items, name);
    if (found == items.end() || items.size() < 2) return std::nullopt;
    // A variable may be written to again.
    if (word != "const [" && places_of_name(code, name).size() != 1) return std::nullopt;
    const auto offset = lines.begin(number) + offset_in(line, *found);
    if (found + 1 != items.end()) return Edit{offset, name.size(), ""};
    const auto before = (found - 1)->data() + (found - 1)->size();
    const auto from = lines.begin(number) + static_cast<std::size_t>(before - line.data());
    return Edit{from, offset + name.size() - from, ""};
  }
  return std::nullopt;
}

// `catch (error) {` → `catch {`
std::optional<Edit> without_caught(std::string_view code, const Lines& lines, std::size_t number,
                                   std::string_view name) {
  const auto line = code.substr(lines.begin(number), lines.line(number).size());
  for (const auto at : words_in(line, "catch")) {
    const auto open = line.find('(', at);
    const auto close = open == npos ? npos : closing_bracket(line, open);
    if (close == npos || trim(line.substr(at + 5, open - at - 5)) != "") continue;
    const auto caught = trim(line.substr(open + 1, close - open - 1));
    const bool is_it =
        caught == name || (caught.starts_with(name) && trim(caught.substr(name.size())).starts_with(':'));
    const auto block = code.find('{', lines.begin(number) + (close + 1));
    const auto end = is_it && block != npos ? closing_bracket(code, block) : npos;
    const bool is_block = end != npos && trim(line.substr(close + 1)).starts_with('{');
    // It may be written to.
    const bool is_named = is_block && !places_of_name(code.substr(block, end - block), name).empty();
    if (is_block && !is_named && (at == 0 || line[at - 1] != '.'))
      return Edit{lines.begin(number) + at + 5, close + 1 - at - 5, ""};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Edit> without_unused_binding(std::string_view text, std::string_view code, std::size_t number,
                                           std::string_view name) {
  const Lines lines(text);
  if (!lines.has(number)) return std::nullopt;
  if (auto edit = keep_call(code, lines, number, name)) return edit;
  if (auto edit = without_element(code, lines, number, name)) return edit;
  return without_caught(code, lines, number, name);
}

}  // namespace regreen
