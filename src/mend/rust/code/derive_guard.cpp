#include "mend/rust/code/derive_guard.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/language/declared.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto secret_names =
    std::to_array<std::string_view>({"password", "passwd", "passphrase", "secret", "credential", "privatekey", "apikey",
                                     "signingkey", "accesskey", "sessionkey", "encryptionkey", "masterkey", "pincode"});

constexpr auto secret_words = std::to_array<std::string_view>(
    {"secret", "sensitive", "confidential", "password", "credential", "not printed", "never printed", "not be printed",
     "not print", "never print", "not logged", "never logged", "not be logged", "not log", "never log"});

constexpr auto texts = std::to_array<std::string_view>({"String", "str", "u8", "char", "OsString", "CString"});

// ---- the fields ----

std::vector<std::string_view> items_of_type(std::string_view code, std::size_t at) {
  auto open = code.find_first_of("{(<;", at);
  if (open != npos && code[open] == '<') {
    const auto close = closing_angle(code, open);
    open = close == npos ? npos : code.find_first_of("{(;", close);
  }
  const auto close = open == npos || code[open] == ';' ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  auto items = code[open] == '{' ? rust_items(code.substr(open + 1, close - open - 1))
                                 : items_of(code.substr(open + 1, close - open - 1), Speech::rust);
  std::erase(items, "");
  return items;
}

// ---- Debug ----

bool is_secret_name(std::string_view name) {
  const auto plain = replace_all(lower(name), "_", "");
  return std::ranges::any_of(secret_names, [&](auto one) { return contains(plain, one); });
}

// `session_token`, `ApiToken`, `pin`: what `tokens` of a source and their parts are called is none.
bool ends_secret(std::string_view name) { return name == "pin" || lower(name).ends_with("token"); }

// Texts and bytes. What has a type of its own is asked itself.
bool is_text(std::string_view type) {
  const auto words = words_of(type);
  return std::ranges::any_of(texts, [&](auto one) { return words.contains(std::string(one)); });
}

// `pub password: String`, `Token(String)` of an enum, `String` of a type that is called so.
bool is_secret(std::string_view item, std::string_view type) {
  const auto end = item.find_first_of(":({");
  const bool is_unnamed = end == npos || item.substr(end).starts_with("::");
  const auto kind = is_unnamed ? item : item.substr(end);
  const auto name = is_unnamed ? type : word_before(item, end_of_code_before(item, end));
  const bool is_number = name == "pin" && !words_in(kind, "u8").empty();
  return is_text(kind) && !is_number && (is_secret_name(name) || ends_secret(name) || is_secret_name(type));
}

// Do the comments above say that it is not for everybody's eyes?
bool is_said_secret(const RustTypeSource& type) {
  const Lines lines(type.text);
  for (auto number = lines.number_at(type.at); number > 1; --number) {
    const auto line = trim(lines.line(number - 1));
    if (!line.starts_with("//") && !line.starts_with("#[")) return false;
    const auto said = line.starts_with("//") ? lower(line) : "";
    if (std::ranges::any_of(secret_words, [&](auto word) { return contains(said, word); })) return true;
  }
  return false;
}

bool holds_secrets(const RustTypeSource& type) {
  const auto items = items_of_type(type.code, type.at);
  return is_said_secret(type) || std::ranges::any_of(items, [&](auto item) { return is_secret(item, type.name); });
}

// ---- Default ----

// `fn new() -> Self` of an `impl` of the type.
bool has_new_in(std::string_view code, std::string_view type) {
  for (const auto at : words_in(code, "new")) {
    if (word_before(code, end_of_code_before(code, at)) != "fn" || !code.substr(at + 3).starts_with("()")) continue;
    const auto block = bracket_around(code, at);
    const auto head = block == npos ? "" : head_before(code, block);
    if (!words_in(head, "impl").empty() && !words_in(head, type).empty()) return true;
  }
  return false;
}

bool sets_itself_up(const RustTypeSource& type) {
  return std::ranges::any_of(type.tree.list(), [&](const std::string& path) {
    const auto text = path.ends_with(".rs") && !is_vendored(path) ? type.tree.read(path).value_or("") : "";
    if (text.size() > source_bytes_max || !contains(text, "fn new()") || !contains(text, type.name)) return false;
    return has_new_in(code_only(text, Speech::rust), type.name);
  });
}

// ---- an order ----

bool has_plain_order(const RustTypeSource& type, const RustDeriveReason& reason) {
  if (!reason.is_by_value) return true;
  if (word_at(type.code, type.at) == "enum") return false;
  return reason.is_by_bound || items_of_type(type.code, type.at).size() < 2;
}

}  // namespace

bool may_derive(const RustTypeSource& type, std::string_view trait, const RustDeriveReason& reason) {
  if (trait == "Clone") return !type.written.contains("Drop");
  if (trait == "Debug") return !holds_secrets(type);
  if (trait == "Default") return !sets_itself_up(type);
  return (trait != "Ord" && trait != "PartialOrd") || has_plain_order(type, reason);
}

}  // namespace regreen
