#include "mend/go/code/string_conversion.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto names_of_runes = std::to_array<std::string_view>({"ch", "char", "rune", "letter"});
constexpr auto names_of_many_runes =
    std::to_array<std::string_view>({"chars", "runes", "letters", "codes", "codepoints"});
constexpr auto names_of_counts = std::to_array<std::string_view>({"count", "num", "total", "len", "size", "index"});
constexpr auto conversions = std::to_array<std::string_view>(
    {"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "byte", "rune"});

/// A call `string(n)`, or one of a type of texts that the project has.
struct Conversion {
  std::size_t begin = npos, open = npos, close = npos;
};

Conversion conversion_from(std::string_view code, std::size_t begin) {
  const auto name = word_at(code, begin);
  const auto open = begin + name.size();
  if (name.empty() || open >= code.size() || code[open] != '(') return {};
  const auto close = closing_bracket(code, open);
  return close == npos || trim(code.substr(open + 1, close - open - 1)).empty() ? Conversion{}
                                                                                : Conversion{begin, open, close};
}

// The call that vet means; without a column the only `string(` of the line.
Conversion conversion_at(const GoPlace& place) {
  if (place.column > 0) return conversion_from(place.code, place.lines.begin(place.number) + place.column - 1);
  Conversion only;
  for (const auto at : words_in(place.line_code(), "string")) {
    const auto found = conversion_from(place.code, place.lines.begin(place.number) + at);
    if (found.begin == npos) continue;
    if (only.begin != npos) return {};
    only = found;
  }
  return only;
}

// The last word of a name tells what it holds: `char` and `lastRune` do, `charCount` and `pruned` do not.
bool is_named_for_a_rune(std::string_view name) {
  auto begin = name.size();
  while (begin > 0 && is_lower(name[begin - 1])) --begin;
  if (begin > 0 && is_upper(name[begin - 1])) --begin;
  const auto last = lower(name.substr(begin));
  return is_among(last, names_of_runes) || lower(name).ends_with("codepoint");
}

// `n - 'a'`, `n == 'x'`, `n := int('a')` anywhere in the function
bool meets_a_rune(const GoPlace& place, std::string_view name) {
  const auto function = go_function_at(place);
  if (function == 0) return false;
  auto last = place.number;
  while (place.lines.has(last) && place.lines.line(last) != "}") ++last;
  const auto begin = place.lines.begin(function);
  const auto body = place.code.substr(begin, place.lines.begin(last) - begin);
  return std::ranges::any_of(words_in(body, name), [&](std::size_t at) {
    auto rest = body.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" =<>!+-:"), rest.size()));
    if (rest.starts_with("int(")) rest.remove_prefix(4);
    return rest.starts_with('\'');
  });
}

// Without what is looked up by: `counts[c-'a']` is no rune.
std::string without_indexes(std::string_view argument) {
  std::string out;
  std::size_t depth = 0;
  for (const char c : argument) {
    if (c == '[') ++depth;
    if (depth == 0) out += c;
    if (c == ']' && depth > 0) --depth;
  }
  return out;
}

// `chars[i]`, but not `letters[c-'a']` and `letters[r]`, which tell how many there are of one.
bool is_one_of_many_runes(const GoPlace& place, std::string_view argument) {
  const auto open = argument.find('[');
  const auto close = open == npos ? npos : closing_bracket(argument, open);
  if (close == npos) return false;
  const auto name = lower(word_before(argument, open)),
             index = std::string(argument.substr(open + 1, close - open - 1));
  const bool is_of_runes = std::ranges::any_of(names_of_many_runes, [&](auto many) { return name.ends_with(many); });
  return is_of_runes && !contains(index, "'") && std::ranges::none_of(words_of(index), [&](const std::string& one) {
           return one == "r" || one == "c" || is_named_for_a_rune(one) || meets_a_rune(place, one);
         });
}

// Only conversions keep a rune what it is: `len(letters)` is a number.
bool calls_something(std::string_view argument) {
  return std::ranges::any_of(words_of(argument), [&](const std::string& name) {
    return contains(argument, name + "(") && !is_among(name, conversions);
  });
}

bool is_named_for_a_count(std::string_view name) {
  const auto word = lower(name);
  return std::ranges::any_of(names_of_counts, [&](auto part) { return contains(word, part); });
}

bool is_made_of_runes(const GoPlace& place, std::string_view whole) {
  const auto argument = without_indexes(whole);
  if (calls_something(argument)) return false;
  if (contains(argument, "'") || is_one_of_many_runes(place, whole)) return true;
  const auto names = words_of(argument);
  return std::ranges::none_of(names, is_named_for_a_count) && std::ranges::any_of(names, [&](const std::string& name) {
           return is_named_for_a_rune(name) || (is_identifier(name) && meets_a_rune(place, name));
         });
}

}  // namespace

std::vector<Edit> say_what_string_holds(const GoPlace& place, NumberAs untold) {
  const auto call = conversion_at(place);
  if (call.begin == npos) return {};
  const auto argument = place.code.substr(call.open + 1, call.close - call.open - 1);
  if (argument.starts_with("rune(") || argument.starts_with("fmt.Sprint(")) return {};
  const auto wrapped = [&](const std::string& by) -> std::vector<Edit> {
    return {{call.open + 1, 0, by + "("}, {call.close, 0, ")"}};
  };
  if (untold == NumberAs::rune || is_made_of_runes(place, argument)) return wrapped("rune");
  const auto name = place.code.substr(call.begin, call.open - call.begin);
  return name == "string" ? std::vector<Edit>{{call.begin, name.size(), "fmt.Sprint"}} : wrapped("fmt.Sprint");
}

}  // namespace regreen
