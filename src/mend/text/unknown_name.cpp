#include "mend/text/unknown_name.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t lines_below_max = 4;
constexpr std::string_view name_bytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:";

/// How a message goes on around a name. `owner` is what stands before the one whose it should be.
struct Message {
  std::string_view before, behind, owner;
};

constexpr std::string_view quoted = "'";  // as owner: the last word in quotes before the message

// Quotes are written as ' here; names without any stand so in the message.
constexpr auto messages = std::to_array<Message>({
    // TypeScript and JavaScript
    {"Property '", "' does not exist on type", "on type '"},
    {"and '", "' does not exist in type", "in type '"},
    {"but '", "' does not exist in type", "in type '"},
    {"Cannot find name '", "'", ""},
    {"has no exported member named '", "'", ""},
    {"has no exported member '", "'", ""},
    {"does not provide an export named '", "'", ""},
    // Python
    {"has no attribute '", "'", quoted},
    {"name '", "' is not defined", ""},
    {"got an unexpected keyword argument '", "'", "Error: "},
    // Go
    {"has no field or method ", "", "(type "},
    {"unknown field ", " in struct literal", "of type "},
    {"unknown field '", "' in struct literal", "of type "},
    {"undefined: ", "", ""},
    // C and C++
    {"has no member named '", "'", quoted},
    {"no member named '", "'", "in '"},
    {"use of undeclared identifier '", "'", ""},
    {"unknown type name '", "'", ""},
    {"implicit declaration of function '", "'", ""},
    {"call to undeclared function '", "'", ""},
    {"undefined reference to '", "'", ""},
    {"error: '", "' was not declared", ""},
    {"error: '", "' undeclared", ""},
    {"error: '", "' has not been declared", ""},
    {"error: '", "' does not name a type", ""},
    // Rust
    {"cannot find function '", "'", ""},
    {"cannot find value '", "'", ""},
    {"cannot find type '", "'", ""},
    {"cannot find struct, variant or union type '", "'", ""},
    {"no field '", "' on type", "on type '"},
    {"has no field named '", "'", quoted},
    {"no method named '", "' found", "for "},
    {"no function or associated item named '", "' found", "for "},
    {"unresolved import '", "'", ""},
    // Java
    {"symbol:   method ", "(", "location: "},
    {"symbol:   variable ", "", "location: "},
    {"symbol:   class ", "", ""},
});

// What every program has: nothing of a commit's.
constexpr auto own_types = std::to_array<std::string_view>(
    {"NoneType", "dict",   "list", "str",    "int",    "float",  "tuple", "set",       "bytes",     "bool",
     "function", "object", "type", "module", "string", "number", "never", "undefined", "null",      "unknown",
     "boolean",  "symbol", "any",  "void",   "char",   "double", "error", "generator", "coroutine", "method"});

// Words of a type that are no name.
constexpr auto fillers = std::to_array<std::string_view>(
    {"struct", "class",   "union",    "enum",      "const",    "mut",    "aka",  "typeof",
     "got",    "an",      "__init__", "interface", "readonly", "import", "in",   "reference",
     "the",    "current", "scope",    "of",        "variable", "module", "crate"});

// All quotes as one kind, so that one message serves all compilers.
std::string with_plain_quotes(std::string text) {
  for (const std::string_view quote : {"‘", "’", "`", "\""}) text = replace_all(std::move(text), quote, "'");
  return text;
}

std::string said_by(const Occurrence& occurrence) {
  std::string said = occurrence.at.text + "\n" + std::string(capture(occurrence, "detail"));  // a line may be cut short
  for (std::size_t i = 0; i < std::min(lines_below_max, occurrence.after.size()); ++i) {
    const auto line = trim(occurrence.after[i]);
    if (line.starts_with("symbol: ") || line.starts_with("location: ")) said += "\n" + std::string(line);
  }
  return with_plain_quotes(std::move(said));
}

// "a.b.Name", "a::Name" → "Name"
std::string leaf_of(std::string_view name) {
  const auto at = name.find_last_of(".:");
  return std::string(at == std::string_view::npos ? name : name.substr(at + 1));
}

// "Parcel" of "on type 'Parcel'. Did you mean 'number'?"
std::string_view up_to_quote(std::string_view rest) {
  rest = rest.substr(0, rest.find('\n'));
  const auto end = rest.find("'.");
  return rest.substr(0, end != std::string_view::npos ? end : rest.rfind('\''));
}

std::string_view last_quoted(std::string_view said) {
  const auto close = said.rfind('\'');
  const auto open = close == std::string_view::npos || close == 0 ? close : said.rfind('\'', close - 1);
  return open == std::string_view::npos || open == close ? std::string_view() : said.substr(open + 1, close - open - 1);
}

// Who should have the name that is told at `at`.
std::string_view owner_in(std::string_view said, std::string_view mark, std::size_t at) {
  if (mark.empty()) return "";
  if (mark == quoted) return last_quoted(said.substr(0, at));
  if (const auto begin = said.substr(0, at).rfind(mark); begin != std::string_view::npos)
    return said.substr(begin + mark.size(), at - begin - mark.size());
  const auto begin = said.find(mark, at);
  if (begin == std::string_view::npos) return "";
  const auto rest = said.substr(begin + mark.size());
  return mark.ends_with('\'') ? up_to_quote(rest) : rest.substr(0, rest.find('\n'));
}

// Nothing where the owner is none of the project's.
std::optional<std::set<std::string>> owners_in(std::string_view owner) {
  std::set<std::string> words;
  bool is_own = false;
  for (const auto& word : words_of(owner)) {
    is_own = is_own || is_among(word, own_types);
    if (is_identifier(word) && !is_among(word, own_types) && !is_among(word, fillers)) words.insert(word);
  }
  return words.empty() && is_own ? std::nullopt : std::optional(std::move(words));
}

std::optional<UnknownName> read(std::string_view said, const Message& message) {
  const auto at = said.find(message.before);
  if (at == std::string_view::npos) return std::nullopt;
  const auto rest = said.substr(at + message.before.size());
  const auto full = rest.substr(0, rest.find_first_not_of(name_bytes));
  auto name = leaf_of(full);
  if (!rest.substr(full.size()).starts_with(message.behind) || !is_identifier(name)) return std::nullopt;
  auto owners = owners_in(owner_in(said, message.owner, at));
  if (!owners) return std::nullopt;
  const bool is_keyword = contains(message.before, "keyword");
  const NameOf of = message.owner.empty() || is_keyword ? NameOf::own : NameOf::member;
  return UnknownName{std::move(name), std::move(*owners), of, is_keyword};
}

}  // namespace

std::optional<UnknownName> unknown_name(const Occurrence& occurrence) {
  const std::string said = said_by(occurrence);
  for (const auto& message : messages) {
    if (auto found = read(said, message)) return found;
  }
  return std::nullopt;
}

}  // namespace regreen
