#pragma once

#include "model/diagnosis.h"

#include <string>
#include <vector>

namespace regreen {

/// What a compiler shows below a message: the line of source, and the rows of carets and suggestions under it. The rows
/// begin where the source does, so that a position in one is a position in the other.
struct Quote {
  std::string source;
  std::vector<std::string> rows;

  /// Where the caret stands in `source`; npos where there is none.
  std::size_t caret() const;
};

/// The quote below the message of an occurrence; empty where it shows none. gcc and clang, with and without margin.
Quote quote_below(const Occurrence& occurrence);

}  // namespace regreen
