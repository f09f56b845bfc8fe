#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace regreen {

/// Bytes of a code.
struct Span {
  std::size_t begin = 0, end = 0;

  std::string_view of(std::string_view code) const { return code.substr(begin, end - begin); }
};

/// May a byte stand in a name of JavaScript: `_a`, `$b`, `#c`?
bool is_name_byte(char c);

/// The names, members and calls that end at `end`, `a.b(c)[d]?.e`; nothing for other expressions.
std::optional<Span> chain_before(std::string_view code, std::size_t end);

/// The same of what begins behind `at`.
std::optional<Span> chain_behind(std::string_view code, std::size_t at);

/// Is it a word that a bracket may stand behind and that is no name: `return`, `if`?
bool is_keyword(std::string_view word);

}  // namespace regreen
