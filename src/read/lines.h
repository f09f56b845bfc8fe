#pragma once

#include "read/clean.h"
#include "read/pull.h"

namespace regreen {

/// The lines of a text, one after the other. A line ends at '\n' only; a last one without it counts.
class LineReader {
 public:
  explicit LineReader(const Peeked& text) : bytes_(text.all), cleaner_(prefixes_in(text.head)) {}

  /// Fills `line` with the next one; false at the end.
  Result<bool> next(Line& line);

  std::size_t count() const { return count_; }

 private:
  Pull bytes_;
  std::string_view chunk_;
  Cleaner cleaner_;
  std::size_t count_ = 0;
};

}  // namespace regreen
