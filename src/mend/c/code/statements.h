#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A part of a text: from `begin` up to `end`.
struct CodeRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A source of C or C++ by its brackets and semicolons, without texts, comments and lines of the preprocessor. It knows
/// statements, blocks and functions, not types: what it does not understand is nothing.
class CStatements {
 public:
  explicit CStatements(std::string_view text);

  /// The source with everything else blank; a byte for each of the text's.
  const std::string& code() const { return code_; }
  std::string_view code(CodeRange range) const;

  /// The statement around a place: behind the last ';', '{' or '}', up to and with its ';'. Nothing inside brackets.
  std::optional<CodeRange> statement_at(std::size_t at) const;

  /// The block that a place is in, from its '{' on; the whole file at the top.
  CodeRange block_around(std::size_t at) const;

  /// The commas that separate declarators: `int a = f(1, 2), b`.
  std::vector<std::size_t> commas_in(CodeRange range) const;

  /// Is the statement `name = …`, `name += …` or `name++`?
  bool is_assignment(CodeRange statement, std::string_view name) const;

  /// What stands behind the first '=' of a declarator or assignment; empty where nothing does.
  CodeRange value_in(CodeRange range) const;

  /// The '(' that a place is in, of the same statement; npos where there is none.
  std::size_t opening_round(std::size_t at) const;

  /// The static function, or its declaration, whose name stands at a place.
  std::optional<CodeRange> static_function_at(std::size_t at, std::string_view name) const;

 private:
  std::optional<std::size_t> end_of_statement(std::size_t at) const;

  std::string code_;
};

/// Does the expression do anything but give a value?
bool does_something(std::string_view expression);

}  // namespace regreen
