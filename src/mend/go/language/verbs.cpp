#include "mend/go/language/verbs.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What vet says of one value.
struct Said {
  std::string_view verb;      ///< "%-5s"
  std::string_view argument;  ///< as gofmt writes it; "" where the verb wraps an error and may not
  std::string_view type;
};

// What stands behind the type: the linter that called vet, and where to read more.
std::string_view type_said(std::string_view rest) {
  for (const std::string_view tail : {", see also", " (govet)", " (printf)"}) rest = rest.substr(0, rest.find(tail));
  return trim(rest);
}

std::optional<Said> said_of(std::string_view message) {
  if (contains(message, "does not support error-wrapping directive %w")) return Said{"%w", "", ""};
  const auto at = message.find(" format %"), has = message.find(" has arg "), type = message.rfind(" of wrong type ");
  if (at == npos || has == npos || type == npos || type < has || has < at) return std::nullopt;
  return Said{message.substr(at + 8, has - at - 8), message.substr(has + 9, type - has - 9),
              type_said(message.substr(type + 15))};
}

// The letter that prints a type; 'v' prints every one.
char letter_for(std::string_view type) {
  constexpr auto whole = std::to_array<std::string_view>(
      {"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "byte", "rune"});
  if (is_among(type, whole)) return 'd';
  return type == "string" || type == "error" ? 's' : 'v';
}

// ---- the call ----

bool joins_names(char c) { return is_word_byte(c) || c == '.' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Does the chain go on behind its first call: `log.With(a).Notef(`?
bool closes_before(std::string_view code, std::size_t at, std::size_t end) {
  const auto open = code.find('(', at);
  return open < end && closing_bracket(code, open) < end;
}

// The '(' of the call that is meant: it begins at `at`, or `at` is one of the values that it passes.
std::size_t call_meant(std::string_view code, std::size_t at, std::string_view name) {
  for (const auto word : words_in(code.substr(at), name)) {
    const auto begin = at + word, end = begin + name.size();
    if (code.substr(end, 1) != "(") continue;
    const auto before = code.substr(at, word);
    const bool begins_here = std::ranges::all_of(before, joins_names) || closes_before(code, at, begin);
    if (begins_here && !contains(before, "\n\n")) return end;
    break;
  }
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (code[open] == '(' && word_before(code, open) == name) return open;
    if (code[open] == '{') break;
  }
  return npos;
}

struct Range {
  std::size_t begin = 0, end = 0;
};

std::vector<Range> arguments_of(std::string_view code, std::size_t open) {
  const auto close = closing_bracket(code, open);
  if (close == npos) return {};
  std::vector<Range> all;
  for (const auto item : items_of(code.substr(open + 1, close - open - 1), Speech::go)) {
    if (item.empty()) continue;
    const auto begin = offset_in(code, item);
    all.push_back({begin, begin + item.size()});
  }
  return all;
}

/// A verb of a format: its letter, and the number of the value that it prints.
struct Verb {
  std::size_t letter = 0, value = 0;
  bool is_precise = false;  ///< it says how many digits
};

// Nothing where the format cannot be read.
std::vector<Verb> verbs_in(std::string_view text, std::string_view code, const Range& format) {
  std::vector<Verb> verbs;
  std::size_t value = 0;
  for (auto at = text.find('%', format.begin); at < format.end; at = text.find('%', at + 1)) {
    if (code[at] == '%') return {};  // an operator: no literal alone
    Verb verb;
    for (++at; at < format.end && contains("+-# 0123456789.*[", text.substr(at, 1)); ++at) {
      if (text[at] == '.') verb.is_precise = true;
      if (text[at] == '*') ++value;
      if (text[at] != '[') continue;
      const auto close = text.find(']', at);
      const auto number = close < format.end ? text.substr(at + 1, close - at - 1) : "";
      if (number.size() != 1 || number[0] < '1' || number[0] > '9') return {};
      value = static_cast<std::size_t>(number[0] - '1');
      at = close;
    }
    if (at >= format.end) return {};
    if (text[at] == '%') continue;
    verb.letter = at;
    verb.value = value++;
    verbs.push_back(verb);
  }
  return verbs;
}

std::string without_blanks(std::string_view text) {
  std::string all(text);
  std::erase_if(all, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return all;
}

// `bytes / 1e6` shown with digits behind the point: a whole number is divided, and its fraction is lost before it is shown.
std::optional<Edit> as_fraction(std::string_view text, const Range& value) {
  const auto written = text.substr(value.begin, value.end - value.begin);
  const auto parts = split(written, '/');
  const auto number = trim(parts[0]);
  const auto name = number.ends_with("()") ? number.substr(0, number.size() - 2) : number;
  const bool is_name = std::ranges::all_of(split(name, '.'), is_identifier);
  const auto is_number = [](auto part) {
    part = trim(part);
    return !part.empty() && is_digit(part[0]) && part.find_first_not_of("0123456789._e") == npos;
  };
  if (parts.size() < 2 || !is_name || !std::all_of(parts.begin() + 1, parts.end(), is_number)) return std::nullopt;
  return Edit{value.begin, number.size(), "float64(" + std::string(number) + ")"};
}

bool is_literal(std::string_view text) { return text.starts_with('"') || text.starts_with('`'); }

// The format of a call, and its values; the first literal that has a verb for each value behind it.
struct Format {
  std::vector<Verb> verbs;
  std::vector<Range> values;
};

std::optional<Format> format_of(std::string_view text, std::string_view code, const std::vector<Range>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!is_literal(text.substr(arguments[i].begin))) continue;
    Format format{verbs_in(text, code, arguments[i]), {arguments.begin() + static_cast<long>(i) + 1, arguments.end()}};
    const auto last = std::ranges::max_element(format.verbs, {}, &Verb::value);
    if (last != format.verbs.end() && last->value + 1 == format.values.size()) return format;
  }
  return std::nullopt;
}

}  // namespace

std::string_view go_function_said(std::string_view message) {
  for (const std::string_view mark : {" format %", " does not support error-wrapping", " call has possible "}) {
    const auto at = message.find(mark);
    if (at != npos) return word_before(message, at);
  }
  return "";
}

std::optional<Edit> go_verb_edit(std::string_view text, std::string_view code, std::size_t at,
                                 std::string_view message) {
  if (at > code.size()) return std::nullopt;
  const auto said = said_of(message);
  const auto name = go_function_said(message);
  const auto open = said && !name.empty() ? call_meant(code, at, name) : npos;
  const auto format = open == npos ? std::nullopt : format_of(text, code, arguments_of(code, open));
  if (!format) return std::nullopt;
  const char letter = letter_for(said->type);
  for (const auto& verb : format->verbs) {
    const auto& value = format->values[verb.value];
    const auto written = text.substr(value.begin, value.end - value.begin);
    const bool is_meant = said->argument.empty() || without_blanks(written) == without_blanks(said->argument);
    if (!is_meant || text[verb.letter] != said->verb.back() || written.ends_with("...")) continue;
    if (verb.is_precise && letter == 'd')  // digits behind a point that is no more, or that a division took
      return is_among(said->verb.back(), std::string_view("feg")) ? as_fraction(text, value) : std::nullopt;
    return Edit{verb.letter, 1, std::string(1, letter)};
  }
  return std::nullopt;
}

}  // namespace regreen
