#pragma once

#include "mend/lines.h"

#include <cstddef>
#include <optional>
#include <string>

namespace regreen {

/// What people wrote beside a time limit, in minutes.
struct ToldLimit {
  std::optional<long> limit;   ///< "keep the limit at 10"; nothing where they tell none, or several
  std::optional<long> needed;  ///< "takes about 4 minutes", the longest that they tell
};

/// The comments about a line of a workflow: on it, right above it, and above the step or job that it is of.
std::string comments_about(const Lines& lines, std::size_t number);

/// What such comments tell. Of numbers in a sentence that says more of them, nothing is known.
ToldLimit told_limit(const std::string& comments);

}  // namespace regreen
