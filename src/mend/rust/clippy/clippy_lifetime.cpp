// Lifetimes that a function does not have to name.

#include "base/text.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

/// `fn name<'a, T>(…) -> …`: where its list of parameters in angles opens and closes, and where its body or `;` is.
struct Signature {
  std::size_t open = 0, close = 0, body = 0;
};

std::optional<Signature> signature_from(const std::string& code, std::size_t at) {
  const auto words = words_in(std::string_view(code).substr(0, std::min(code.size(), at + line_head_max)), "fn");
  const auto word = std::ranges::lower_bound(words, at);
  if (word == words.end()) return std::nullopt;
  const auto name = code.find_first_not_of(" \t\r\n", *word + 2);
  const auto open = name == npos ? npos : code.find_first_of("<(", name);
  if (open == npos || code[open] != '<') return std::nullopt;
  const auto close = closing_angle(code, open);
  const auto round = close == npos ? npos : code.find('(', close);
  const auto end = round == npos ? npos : closing_bracket(code, round);
  const auto body = end == npos ? npos : code.find_first_of("{;", end);
  return body == npos ? std::nullopt : std::optional(Signature{open, close, body});
}

// "'a, 'b" behind the header's colon; of an older Clippy, which names none, all that have no bounds.
std::set<std::string> elided(const RustcMessage& message, const std::vector<std::string_view>& parameters) {
  const auto colon = message.header.rfind(": '");
  std::set<std::string> named;
  if (colon != npos) {
    for (const auto name : split(std::string_view(message.header).substr(colon + 2), ',')) named.emplace(trim(name));
  }
  std::set<std::string> wanted;
  for (const auto parameter : parameters) {
    if (parameter.starts_with('\'') && !contains(parameter, ":") &&
        (colon == npos || named.contains(std::string(parameter))))
      wanted.emplace(parameter);
  }
  return wanted;
}

// Where a lifetime stands, and no longer one that begins like it.
std::vector<std::size_t> places_of_lifetime(std::string_view code, const std::string& name, std::size_t begin,
                                            std::size_t end) {
  std::vector<std::size_t> places;
  for (auto at = code.find(name, begin); at < end; at = code.find(name, at + 1)) {
    if (at + name.size() >= code.size() || !is_word_byte(code[at + name.size()])) places.push_back(at);
  }
  return places;
}

// `&'a str` → `&str`; `Line<'a>` → `Line<'_>`
Edit without_lifetime(const std::string& code, std::size_t at, std::size_t length) {
  if (at == 0 || code[at - 1] != '&') return {at, length, "'_"};
  const auto next = code.find_first_not_of(' ', at + length);
  return {at, (next == npos ? code.size() : next) - at, ""};
}

}  // namespace

std::vector<Edit> without_lifetimes(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  const auto& code = source.code;
  const auto begin = at ? code.rfind('\n', *at) + 1 : npos;  // npos + 1 is the front
  const auto signature = begin == npos ? std::nullopt : signature_from(code, begin);
  if (!signature) return {};
  const auto [open, close, body] = *signature;
  const auto list = std::string_view(code).substr(open + 1, close - open - 1);
  const auto parameters = items_of(list, Speech::rust);
  const auto wanted = elided(message, parameters);
  if (wanted.empty() || source.text.substr(open, close - open) != code.substr(open, close - open)) return {};
  std::vector<std::string> kept;
  for (const auto parameter : parameters) {
    if (!parameter.empty() && !wanted.contains(std::string(parameter))) kept.emplace_back(parameter);
  }
  std::vector<Edit> edits = {{open, close - open + 1, kept.empty() ? "" : "<" + join(kept, ", ") + ">"}};
  const auto end = code[body] == '{' ? closing_bracket(code, body) : body;
  for (const auto& name : wanted) {
    const bool is_bound = std::ranges::any_of(kept, [&](const auto& one) { return contains(one, name); });
    if (end == npos || is_bound || !places_of_lifetime(code, name, body, end).empty()) return {};
    for (const auto place : places_of_lifetime(code, name, close, body))
      edits.push_back(without_lifetime(code, place, name.size()));
  }
  return edits;
}

}  // namespace regreen
