#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A text of which somebody knows why it failed.
struct Sample {
  std::string category;  ///< canonical, or a user's own word; "unknown" for a text that does not say, or of a success
  std::string base;      ///< texts of one base are the same output cut or dressed differently: never split over folds
  std::string text;
};

/// Reads samples: JSON lines or CSV with a header, whichever `text` is. Columns: `category` (or `label`), `text` (or
/// `log`, `message`), optional `base`, `id`, `family` and `origin`. An unknown column is an error that names file, line
/// and column, as is a category that is no plain word.
Result<std::vector<Sample>> read_samples(std::string_view text, const std::string& file);

}  // namespace regreen
