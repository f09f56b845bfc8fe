#pragma once

#include <array>
#include <cstddef>

namespace regreen {

/// Kinds of ASCII characters, each a bit, so that a question about several is one look.
enum CharacterKind : unsigned char {
  hex = 1,       ///< 0-9 a-f A-F
  upper = 2,     ///< A-Z 0-9
  alnum = 4,     ///< letters and digits
  word = 8,      ///< … and _
  dashed = 16,   ///< … and -
  dotted = 32,   ///< … and .
  encoded = 64,  ///< letters, digits, and + / = _ - of base64
  digit = 128,
};

inline constexpr auto character_kinds = [] {
  std::array<unsigned char, 256> kinds{};
  const auto add = [&](char first, char last, int kind) {
    for (int c = first; c <= last; ++c) kinds[static_cast<std::size_t>(c)] |= static_cast<unsigned char>(kind);
  };
  constexpr int in_words = alnum | word | dashed | dotted | encoded;
  add('0', '9', in_words | hex | upper | digit);
  add('A', 'Z', in_words | upper);
  add('a', 'z', in_words);
  add('a', 'f', hex);
  add('A', 'F', hex);
  add('_', '_', word | dashed | dotted | encoded);
  add('-', '-', dashed | dotted | encoded);
  add('.', '.', dotted);
  for (const char c : {'+', '/', '='}) add(c, c, encoded);
  return kinds;
}();

constexpr bool is(char c, unsigned char kind) { return (character_kinds[static_cast<unsigned char>(c)] & kind) != 0; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is(c, alnum) && !is_digit(c); }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace regreen
