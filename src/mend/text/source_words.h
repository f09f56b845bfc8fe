#pragma once

#include <string_view>
#include <vector>

namespace regreen {

/// A word or a sign of a source, or a whole literal. Borrows the text.
struct SourceWord {
  std::string_view text;
  bool is_code = false;
};

/// A source in words, without blanks and without the comments that are for people alone.
std::vector<SourceWord> source_words(std::string_view path, std::string_view text);

}  // namespace regreen
