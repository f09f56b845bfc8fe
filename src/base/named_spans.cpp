#include "base/among.h"
#include "base/character.h"
#include "base/secret_name.h"
#include "base/secret_spans.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

// What stands behind a name and its separator.
struct Value {
  std::size_t begin = 0, end = 0;
  char separator = '=';
  bool quoted = false;
  bool spaced = false;  // a blank stands before it
};

constexpr auto no_secrets = std::to_array<std::string_view>(
    {"true",    "false",          "null",    "none",     "nil",     "undefined", "empty",     "missing", "required",
     "invalid", "incorrect",      "expired", "redacted", "masked",  "hidden",    "filtered",  "string",  "str",
     "text",    "bytes",          "object",  "number",   "boolean", "optional",  "unknown",   "denied",  "wrong",
     "changed", "authentication", "failed",  "error",    "option",  "field",     "value",     "default", "with",
     "must",    "should",         "this",    "your",     "from",    "argument",  "parameter", "inherit", "write",
     "read"});

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

bool has_digit_and_letter(std::string_view value) {
  return std::ranges::any_of(value, is_digit) && std::ranges::any_of(value, is_letter);
}
bool is_word(std::string_view value) { return std::ranges::all_of(value, is_letter); }

// What templates, shells and earlier maskings put in the place of a value.
bool stands_for_another(std::string_view value) {
  if (std::string_view("$<{%[(@*").find(value.front()) != std::string_view::npos) return true;
  if (value.find_first_not_of("xX*.-_#?") == std::string_view::npos) return true;
  return value.find("***") != std::string_view::npos || is_among(lower(value), no_secrets);
}

// An expression of a program: a call, a member, an element, a type, another assignment.
bool is_code(std::string_view value) {
  if (value.find_first_of("([") != std::string_view::npos || contains(value, "::") || contains(value, "->"))
    return true;
  const auto equals = value.find('=');
  if (equals != std::string_view::npos && value.find_first_not_of('=', equals) != std::string_view::npos) return true;
  return value.find('.') != std::string_view::npos && !std::ranges::any_of(value, is_digit);
}

bool is_path(std::string_view value) {
  return contains(value, "://") || value.starts_with("./") || value.starts_with("~/") ||
         (value.starts_with('/') && value.find('/', 1) != std::string_view::npos);
}

// `password=password`, `token=auth_token`: a variable that is called so.
bool names_a_variable(std::string_view value) {
  const std::string word = lower(value);
  for (const std::string_view end : {"password", "passwd", "pass", "pwd", "pw", "secret", "token", "key"}) {
    if (word.ends_with(end) && std::ranges::none_of(word, is_digit)) return true;
  }
  return false;
}

// NAME_LIKE_THIS, as in an environment.
bool is_of_environment(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return is(c, upper) || c == '_'; });
}

bool is_secret_word(std::string_view line, std::string_view name, const Value& value, std::string_view text) {
  if (names_a_variable(text)) return false;
  if (value.separator == '=') return !value.spaced || !is_word(text);
  if (!value.spaced && lower(name).ends_with("secret")) return false;  // an image, a package: app-secret:v2
  // "password: swordfish" is a setting where nothing else stands there, and a sentence where something does.
  const bool alone = trim(line.substr(value.end)).empty() && is(name.front(), alnum) &&
                     trim(line.substr(0, line.find(name))).find_first_not_of("-# ") == std::string_view::npos;
  return !is_word(text) || is_of_environment(name) || (alone && text.front() >= 'a');
}

bool is_secret_password(std::string_view line, std::string_view name, const Value& value, std::string_view text) {
  constexpr std::size_t least = 4;
  if (text.size() < least || stands_for_another(text) || is_path(text)) return false;
  const bool sentence = text.find(' ') != std::string_view::npos;
  if (value.quoted) return sentence ? value.separator == '=' : !names_a_variable(text);
  return !is_code(text) && is_secret_word(line, name, value, text);
}

bool is_secret_token(const Value& value, std::string_view text) {
  const std::size_t least = value.separator == '=' && value.spaced && !value.quoted ? 16 : 8;
  if (text.size() < least || stands_for_another(text) || is_path(text)) return false;
  if (text.find_first_of(" @") != std::string_view::npos || (!value.quoted && is_code(text))) return false;
  constexpr std::size_t long_enough = 20;
  const bool odd_capitals =
      text.size() >= long_enough && !std::ranges::all_of(text, [](char c) { return c == '_' || is_letter(c); });
  return has_digit_and_letter(text) || odd_capitals;
}

// "unexpected token: …" is what a parser says.
bool is_said_by_a_parser(std::string_view before) {
  const auto text = trim(before);
  const std::string word = lower(text.substr(text.find_last_of(" \t") + 1));
  return word == "unexpected" || word == "expected" || word == "found" || word == "illegal" || word == "next";
}

// What may stand between a name and its separator.
constexpr auto between_them = [] {
  std::array<bool, 256> all{};
  for (const char c : std::string_view(" \t\"'`:]?\\")) all[static_cast<unsigned char>(c)] = true;
  return all;
}();

// Where the name ends that stands before a separator.
std::size_t end_of_name(std::string_view line, std::size_t separator) {
  std::size_t end = separator;
  while (end > 0 && between_them[static_cast<unsigned char>(line[end - 1])]) --end;
  return end;
}

std::string_view name_that_ends(std::string_view line, std::size_t end) {
  constexpr std::size_t longest = 64;
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest && is(line[begin - 1], dashed | dotted)) --begin;
  return line.substr(begin, end - begin);
}

// Where an unquoted value ends.
std::size_t end_of_word(std::string_view line, std::size_t begin) {
  return std::min(line.find_first_of(" \t,;&)\"'<>|]}`\\", begin), line.size());
}

std::optional<Value> value_after(std::string_view line, std::size_t separator) {
  Value value{separator + 1, 0, line[separator], false, false};
  if (value.begin < line.size() && line[value.begin] == '>') ++value.begin;  // =>
  while (value.begin < line.size() && is_blank(line[value.begin])) {
    ++value.begin;
    value.spaced = true;
  }
  if (value.begin < line.size() && line[value.begin] == '\\') ++value.begin;  // \"
  if (value.begin >= line.size()) return std::nullopt;
  if (const char quote = line[value.begin]; is_quote(quote)) {
    value.quoted = true;
    value.end = std::min(line.find(quote, ++value.begin), line.size());
    if (value.end > value.begin && line[value.end - 1] == '\\') --value.end;
  } else {
    value.end = end_of_word(line, value.begin);
  }
  if (value.end <= value.begin) return std::nullopt;
  return value;
}

// `==`, `!=`, `::`, `://` and their like assign nothing.
bool assigns(std::string_view line, std::size_t at) {
  const char before = at > 0 ? line[at - 1] : ' ', after = at + 1 < line.size() ? line[at + 1] : ' ';
  if (line[at] == ':') return before != ':' && after != ':' && after != '=' && !line.substr(at).starts_with("://");
  const bool compares = before == '=' || before == '!' || before == '<' || before == '>' || before == '~';
  return after != '=' && after != '~' && !compares;
}

// "Authorization: Bearer abc": what follows the scheme.
void add_header(std::string_view line, Value value, SecretSpans& spans) {
  if (!value.quoted) value.end = std::min(line.find_first_of("\"'`\\", value.begin), line.size());
  const auto text = line.substr(value.begin, value.end - value.begin);
  const auto scheme = text.find(' ');
  const bool has_scheme = scheme != std::string_view::npos && is_word(text.substr(0, scheme));
  const std::size_t begin = has_scheme ? scheme + 1 : 0;
  const auto word = text.substr(begin, end_of_word(text, begin) - begin);
  constexpr std::size_t least = 6;
  const bool of_a_sentence = is_word(word) && lower(word) == word;
  if (word.size() < least || stands_for_another(word) || of_a_sentence) return;
  spans.push_back({value.begin + begin, value.begin + begin + word.size()});
}

void add_assigned(std::string_view line, std::size_t separator, SecretSpans& spans) {
  if (!assigns(line, separator)) return;
  const std::size_t end = end_of_name(line, separator);
  if (!may_end_with_secret_name(line.substr(0, end))) return;
  const auto name = name_that_ends(line, end);
  const NameKind kind = kind_of_name(name);
  if (kind == NameKind::other) return;
  const auto value = value_after(line, separator);
  if (!value) return;
  const auto text = line.substr(value->begin, value->end - value->begin);
  if (kind == NameKind::header) return add_header(line, *value, spans);
  if (is_said_by_a_parser(line.substr(0, offset_in(line, name)))) return;
  const bool secret =
      kind == NameKind::password ? is_secret_password(line, name, *value, text) : is_secret_token(*value, text);
  if (secret) spans.push_back({value->begin, value->end});
}

// curl's "-u user:password".
void add_user(std::string_view line, std::size_t user, SecretSpans& spans) {
  const std::size_t end = end_of_word(line, user);
  const std::size_t begin = std::min(line.find(':', user), end) + 1;
  if (begin < end && !stands_for_another(line.substr(begin, end - begin))) spans.push_back({begin, end});
}

// "--password hunter2", and the like.
void add_option(std::string_view line, std::size_t at, SecretSpans& spans) {
  std::size_t blank = at;
  while (blank < line.size() && is(line[blank], dashed)) ++blank;
  if (blank + 1 >= line.size() || line[blank] != ' ') return;
  const auto name = line.substr(at, blank - at);
  const std::size_t begin = blank + 1;
  if ((name == "-u" || name == "--user") && contains(line.substr(0, at), "curl")) return add_user(line, begin, spans);
  const NameKind kind = name.starts_with("--") ? kind_of_name(name.substr(2)) : NameKind::other;
  if (kind == NameKind::other) return;
  const std::size_t end = end_of_word(line, begin);
  const auto text = line.substr(begin, end - begin);
  constexpr std::size_t least = 4;
  if (text.size() < least || text.starts_with('-') || stands_for_another(text)) return;
  if (kind == NameKind::password ? !is_word(text) && !is_path(text)
                                 : is_secret_token({begin, end, ' ', false, false}, text)) {
    spans.push_back({begin, end});
  }
}

// Calls visit(i) for each place of a character.
template <class Visit>
void for_each(std::string_view line, char c, Visit visit) {
  for (auto at = line.find(c); at != std::string_view::npos; at = line.find(c, at + 1)) visit(at);
}

}  // namespace

void add_named(std::string_view line, SecretSpans& spans) {
  for_each(line, '=', [&](std::size_t at) { add_assigned(line, at, spans); });
  for_each(line, ':', [&](std::size_t at) { add_assigned(line, at, spans); });
  for_each(line, '-', [&](std::size_t at) {
    if (at == 0 || is_blank(line[at - 1])) add_option(line, at, spans);
  });
}

}  // namespace regreen
