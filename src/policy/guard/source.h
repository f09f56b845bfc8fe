#pragma once

#include "policy/guard/language.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A text as its language reads it. All views are byte for byte as long as the text; lines stay where they are.
struct CodeText {
  std::string text;
  std::string code;      ///< comments and the insides of strings are blank
  std::string kept;      ///< comments are blank
  std::string comments;  ///< all but comments is blank
};

/// Tells code, strings and comments apart. Never fails: what is not closed goes on to the end.
CodeText read_source(std::string_view text, Language language);

enum class TokenKind { word, number, string, mark };

/// A word of a program. Strings are without quotes and prefix, numbers in one spelling, so that a formatter changes none.
struct Token {
  TokenKind kind;
  std::string text;
  bool operator==(const Token&) const = default;
};
std::vector<Token> tokens_of(const CodeText& source, std::size_t begin, std::size_t end);

/// The offset of the bracket that closes the one at `open`, by counting; the end where none does.
std::size_t closing(std::string_view code, std::size_t open);

std::size_t line_start(std::string_view text, std::size_t offset);
std::size_t line_end(std::string_view text, std::size_t offset);

/// The blanks that a line starts with.
std::size_t indent_at(std::string_view text, std::size_t line);

}  // namespace regreen
