#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a piece of Python source is. f-strings are strings as a whole.
enum class PyKind { name, number, string, op, comment, line_end };

/// A piece of Python source. `line_end` ends a statement; line ends inside brackets are no tokens.
struct PyToken {
  PyKind kind = PyKind::op;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::size_t line = 0;   ///< of its first byte
  std::size_t depth = 0;  ///< open brackets around it; an opening bracket counts itself
  std::size_t close = 0;  ///< of an opening bracket: the token that closes it; 0 where none does
};

/// Behind its last byte.
inline std::size_t end_of(const PyToken& token) { return token.offset + token.length; }

/// A logical line: tokens [first, last) without comments at its end and without its line end.
struct PyStatement {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t begin = 0;   ///< of its first physical line
  std::size_t end = 0;     ///< behind the line end of its last physical line
  std::size_t indent = 0;  ///< columns, a tab moves to the next multiple of 8
  std::size_t line = 0;    ///< of its first token
  std::size_t last_line = 0;
};

/// Python source cut into tokens, so that nothing is edited inside strings or comments. Light: it understands Python 2
/// and broken files as well. Borrows the text.
class PythonSource {
 public:
  explicit PythonSource(std::string_view text);

  std::string_view text() const { return text_; }
  const std::vector<PyToken>& tokens() const { return tokens_; }
  const std::vector<PyStatement>& statements() const { return statements_; }

  std::string_view text(const PyToken& token) const { return text_.substr(token.offset, token.length); }

  /// The text of a token by its number; "" behind the last one.
  std::string_view text(std::size_t token) const;

  bool is(std::size_t token, std::string_view word) const;
  bool is_name(std::size_t token) const;

  /// The token that closes the bracket which `token` opens; nothing where none does.
  std::optional<std::size_t> closing(std::size_t token) const;

  /// The statement that has a token on the line; nothing for blank lines and comments.
  const PyStatement* statement_at(std::size_t line) const;

  /// Where the token is the first of `module . name`, that is not preceded by a dot itself.
  bool is_attribute(std::size_t token, std::string_view module, std::string_view name) const;

  /// Every bracket is closed by its own kind and every string ends.
  bool is_balanced() const { return balanced_; }

 private:
  void read_tokens();
  std::size_t read_token(std::size_t at);
  void open_or_close(char bracket);
  void read_statements();

  std::string_view text_;
  std::vector<PyToken> tokens_;
  std::vector<PyStatement> statements_;
  std::vector<std::size_t> open_;  ///< the brackets that are not closed yet
  std::size_t line_ = 1;
  bool balanced_ = true;
};

/// A name as Python has them, ASCII only, and no keyword.
bool is_python_name(std::string_view text);

/// Names joined by dots.
bool is_module_name(std::string_view text);

/// The parts of such a name: "os.path.join" → top "os", parent "os.path", leaf "join"; the parent of a single name is empty.
std::string_view top_of(std::string_view name);
std::string_view parent_of(std::string_view name);
std::string_view leaf_of(std::string_view name);

/// Is the name the module, or in it: "os.path" in "os"?
bool is_in(std::string_view name, std::string_view module);

bool is_python_keyword(std::string_view word);

/// Columns of blanks at the front of a line; a tab moves to the next multiple of 8.
std::size_t indent_columns(std::string_view line);

}  // namespace regreen
