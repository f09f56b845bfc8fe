#pragma once

#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A text seen as numbered lines. Lines count from 1, as compilers count. Borrows the text.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// Number of lines; nothing after a last '\n' is not a line.
  std::size_t count() const { return starts_.size(); }

  bool has(std::size_t number) const { return number >= 1 && number <= count(); }

  /// The line without its end; empty where there is no such line.
  std::string_view line(std::size_t number) const;

  /// Where the line begins; one past the last line: the end of the text.
  std::size_t begin(std::size_t number) const;

  /// Where the line ends, before its "\n" or "\r\n".
  std::size_t end(std::size_t number) const { return begin(number) + line(number).size(); }

  /// The number of the line that the byte is on.
  std::size_t number_at(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// "\r\n" where the first line of the text ends so, else "\n".
std::string_view line_end(std::string_view text);

/// The blanks at the front of a line.
std::string_view indentation(std::string_view line);

/// A new line below the one that the byte is on, with the line ends of the text.
Edit line_below(std::string_view text, std::size_t at, const std::string& line);

}  // namespace regreen
