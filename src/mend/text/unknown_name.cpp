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

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_below_max = 4;
constexpr std::string_view name_bytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:";

/// How a message goes on around a name. `owner` is what stands before the one whose it should be: a type, or a module.
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
    {"has no exported member named '", "'", quoted},
    {"has no exported member '", "'", quoted},
    {"does not provide an export named '", "'", quoted},
    // Python
    {"has no attribute '", "'", quoted},
    {"name '", "' is not defined", ""},
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
    {"cannot find function '", "' in module", "in module '"},
    {"cannot find value '", "' in module", "in module '"},
    {"cannot find type '", "' in module", "in module '"},
    {"cannot find function '", "' in this scope", ""},
    {"cannot find value '", "' in this scope", ""},
    {"cannot find type '", "' in this scope", ""},
    {"no field '", "' on type", "on type '"},
    {"has no field named '", "'", quoted},
    {"does not have a field named '", "'", quoted},
    {"no method named '", "' found", "for "},
    {"no function or associated item named '", "' found", "for "},
    {"no variant or associated item named '", "' found", "for "},
    {"no variant, associated function, or constant named '", "' found", "for "},
    {"no associated item named '", "' found", "for "},
    {"unresolved import '", "'", ""},
    // Java
    {"symbol:   method ", "(", "location: "},
    {"symbol:   variable ", "", "location: "},
});

// What every program has: nothing of a commit's.
constexpr auto own_types = std::to_array<std::string_view>(
    {"NoneType", "dict",   "list", "str",    "int",    "float",  "tuple", "set",       "bytes",     "bool",
     "function", "object", "type", "module", "string", "number", "never", "undefined", "null",      "unknown",
     "boolean",  "symbol", "any",  "void",   "char",   "double", "error", "generator", "coroutine", "method"});

// Words before the name of a type.
constexpr auto fillers = std::to_array<std::string_view>({"struct", "class", "union", "enum", "const", "mut", "typeof",
                                                          "interface", "readonly", "reference", "trait", "type"});

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
  return std::string(at == npos ? name : name.substr(at + 1));
}

// "Parcel" of "on type 'Parcel'. Did you mean 'number'?"
std::string_view up_to_quote(std::string_view rest) {
  rest = rest.substr(0, rest.find('\n'));
  const auto end = rest.find("'.");
  return rest.substr(0, end != npos ? end : rest.rfind('\''));
}

// "./store" of "Module ''./store'' has"
std::string_view last_quoted(std::string_view said) {
  auto close = said.rfind('\'');
  while (close != npos && close > 0 && said[close - 1] == '\'') --close;
  const auto open = close == npos || close == 0 ? npos : said.rfind('\'', close - 1);
  return open == npos ? std::string_view() : said.substr(open + 1, close - open - 1);
}

// What is said of the one that should have the name that is told at `at`.
std::string_view owner_in(std::string_view said, std::string_view mark, std::size_t at) {
  if (mark == quoted) return last_quoted(said.substr(0, at));
  if (const auto begin = said.substr(0, at).rfind(mark); begin != npos)
    return said.substr(begin + mark.size(), at - begin - mark.size());
  const auto begin = said.find(mark, at);
  if (begin == npos) return "";
  const auto rest = said.substr(begin + mark.size());
  return mark.ends_with('\'') ? up_to_quote(rest) : rest.substr(0, rest.find('\n'));
}

// "Parcel" of "&mut parcel::Parcel", "struct 'Parcel' in the current scope", "variable p of type Parcel"; "" where it is several of
// them, or none of the project's.
std::string type_in(std::string_view owner) {
  if (const auto at = owner.find(" of type "); owner.starts_with("variable ") && at != npos)
    owner.remove_prefix(at + 9);
  for (std::size_t at = 0; at < owner.size();) {
    const auto rest = owner.substr(at);
    const auto path = rest.substr(0, rest.find_first_not_of(name_bytes));
    at += std::max<std::size_t>(1, path.size());
    if (path.empty() || is_among(path, fillers)) continue;
    auto type = leaf_of(path);
    const auto behind = trim(rest.substr(path.size())).substr(0, 1);
    const bool is_one = behind.empty() || !contains("[|&", behind);
    return is_one && is_identifier(type) && !is_among(type, own_types) ? type : "";
  }
  return "";
}

// "units" of "module 'units' has no", "./store" of "Module './store' has no", "typeof import('./store')"
std::string_view module_in(std::string_view said, const Message& message, std::size_t at, std::string_view owner) {
  if (const auto named = between(owner, "import('", "')"); !named.empty()) return named;
  const auto front = said.substr(0, at).substr(0, said.substr(0, at).rfind(owner));
  const bool is_module = contains(message.owner, "module") || contains(message.before, "export") ||
                         (message.owner == quoted && front.ends_with("module '"));
  return is_module ? owner : std::string_view();
}

std::optional<UnknownName> read_at(std::string_view said, const Message& message, std::size_t at) {
  const auto rest = said.substr(at + message.before.size());
  const auto full = rest.substr(0, rest.find_first_not_of(name_bytes));
  UnknownName unknown{leaf_of(full), "", ""};
  if (!rest.substr(full.size()).starts_with(message.behind) || !is_identifier(unknown.name)) return std::nullopt;
  if (message.owner.empty()) {
    unknown.module = trim(full.substr(0, full.size() - unknown.name.size()));
    return unknown;
  }
  const auto owner = owner_in(said, message.owner, at);
  unknown.module = module_in(said, message, at, owner);
  if (unknown.module.empty()) unknown.owner = type_in(owner);
  return unknown.module.empty() && unknown.owner.empty() ? std::nullopt : std::optional(unknown);
}

std::optional<UnknownName> read(std::string_view said, const Message& message) {
  for (auto at = said.find(message.before); at != npos; at = said.find(message.before, at + 1)) {
    if (auto found = read_at(said, message, at)) return found;
  }
  return std::nullopt;
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
