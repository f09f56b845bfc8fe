#include "mend/c/language/cpp_views.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

// Is `line.data()` used without its size in the same statement?
bool asks_for_an_end(std::string_view body, std::size_t at, std::string_view name) {
  const auto rest = trim(body.substr(at + name.size()));
  if (!rest.starts_with(".data")) return false;
  const auto statement = rest.substr(0, rest.find(';'));
  const auto has = [&](std::string_view call) { return contains(statement, std::string(name).append(call)); };
  return !has(".size()") && !has(".length()");
}

// Words and signs of what keeps a copy of the type that it is given: lambdas, threads, pairs.
bool copies_any_type(std::string_view body) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"auto", "decltype", "thread", "jthread", "async", "bind", "bind_front", "pair", "make_pair", "tuple",
       "make_tuple", "any", "make_any", "make_optional", "variant", "static"});
  static constexpr auto lambdas = std::to_array<std::string_view>({"[=", "[&", "](", "] (", "]{", "] {"});
  return std::ranges::any_of(words, [&](auto word) { return !words_in(body, word).empty(); }) ||
         std::ranges::any_of(lambdas, [&](auto sign) { return contains(body, sign); });
}

bool is_element(std::string_view body, std::size_t at, std::string_view name) {
  return trim(body.substr(at + name.size())).starts_with('[');
}

}  // namespace

bool may_read(std::string_view code, std::size_t open, std::size_t close, const CppSignature& today) {
  const auto own = cpp_signature(code, open, close);
  if (own.is_near(today)) return true;
  const auto brace = code.find('{', close);
  const auto end = brace == std::string_view::npos ? brace : closing_bracket(code, brace);
  if (end == std::string_view::npos || own.parameters.size() != today.parameters.size()) return false;
  const auto body = code.substr(brace, end - brace);
  for (std::size_t i = 0; i < own.parameters.size(); ++i) {
    const auto name = own.parameters[i].name;
    if (own.parameters[i].core == today.parameters[i].core || name.empty()) continue;
    const auto uses = words_in(body, name);
    const bool was_pointer = own.parameters[i].core.ends_with('*');
    const bool may = std::ranges::all_of(uses, [&](std::size_t at) {
      return was_pointer ? is_element(body, at, name) : !asks_for_an_end(body, at, name);
    });
    if (!may || (!was_pointer && !uses.empty() && copies_any_type(body))) return false;
  }
  return true;
}

}  // namespace regreen
