#include "mend/node/language/change.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The names that a code declares or sets.
std::set<std::string> names_set(std::string_view code) {
  std::set<std::string> names;
  for (const std::string_view word : {"const", "let", "var"}) {
    for (const auto at : words_in(code, word)) {
      const auto end = std::min(code.find('=', at), code.size());
      for (auto& name : words_of(code.substr(at, end - at))) names.insert(name);
    }
  }
  for (auto at = code.find('='); at != npos; at = code.find('=', at + 1)) {
    if (code.substr(at, 2) == "==" || code.substr(at, 2) == "=>" || at == 0) continue;
    auto end = end_of_code_before(code, at);
    while (end > 0 && contains("+-*/%|&?^<>!", code.substr(end - 1, 1))) --end;
    end = end_of_code_before(code, end);
    const auto name = word_before(code, end);
    if (!code.substr(0, end - name.size()).ends_with('.')) names.emplace(name);
  }
  for (const std::string_view sign : {"++", "--"}) {
    if (contains(code, sign)) names.merge(words_of(code));
  }
  return names;
}

// Behind the members that are named with a name: of `opts.list[0].name = 1` behind `name`.
std::size_t end_of_path(std::string_view code, std::size_t at) {
  for (;;) {
    const auto next = code.find_first_not_of(" \t\r\n", at);
    if (next == npos) return at;
    if (code[next] == '[') {
      const auto close = closing_bracket(code, next);
      if (close == npos) return at;
      at = close + 1;
    } else if (code[next] == '.' || code.substr(next, 2) == "?.") {
      at = code.find_first_not_of("?. \t\r\n", next);
      if (at == npos) return code.size();
      at += word_at(code, at).size();
    } else {
      return at;
    }
  }
}

// `= 1`, `+= 1`, `++`; not `== 1` and `<= 1`.
bool is_set(std::string_view rest) {
  if (rest.starts_with("++") || rest.starts_with("--")) return true;
  const auto equals = rest.find_first_not_of("+-*/%&|^?<>");
  const bool compares = equals == 1 && contains("<>", rest.substr(0, 1));
  return equals != npos && rest[equals] == '=' && !compares && !contains("=>", rest.substr(equals + 1, 1));
}

// Is a place between the brackets of a call, so that the function may change what stands there?
bool is_handed_on(std::string_view code, std::size_t at) {
  static constexpr auto words =
      std::to_array<std::string_view>({"if", "for", "while", "switch", "catch", "return", "typeof", "await", "throw"});
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    const auto end = end_of_code_before(code, open);
    if (code[open] != '(' || end == 0) continue;
    const auto word = word_before(code, end);
    if (is_among(word, words)) continue;
    if (!word.empty() || contains(")]", code.substr(end - 1, 1))) return true;
  }
  return false;
}

// Does a code set a member of what a name stands for, call a method of it, or hand it to a function?
bool may_change(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto front = code.substr(0, end_of_code_before(code, at));
    if (front.ends_with('.') && !front.ends_with("...")) return false;  // a member of something else is called so
    const auto rest = trim(code.substr(end_of_path(code, at + name.size())));
    return rest.starts_with('(') || is_set(rest) || front.ends_with("++") || front.ends_with("--") ||
           word_before(code, front.size()) == "delete" || is_handed_on(code, at);
  });
}

}  // namespace

bool may_change(std::string_view code, const std::set<std::string>& names) {
  const auto set = names_set(code);
  return std::ranges::any_of(names, [&](const auto& name) { return set.contains(name) || may_change(code, name); });
}

}  // namespace regreen
