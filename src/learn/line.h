#pragma once

#include "model/sketch.h"

#include <string>
#include <string_view>

namespace regreen {

/// Hashes what clean lines say, without what varies between runs. A line of a log, the same line in an excerpt, where it
/// may have been cut, and the same as a rule saw it, without the mark of a CI system before it, are one.
class LineHasher {
 public:
  static constexpr std::size_t bytes_max = 500;  ///< of a line that count; excerpts keep more than these

  TemplateHash operator()(std::string_view line, bool matters);

 private:
  std::string template_;  // kept for its room
};

}  // namespace regreen
