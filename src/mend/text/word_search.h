#pragma once

#include "model/tree.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A file that has a word, with the code in it (code_of); no code where it is no source.
struct FoundFile {
  std::string path, text, code;
};

/// The files of the tree that have a word as a whole, in code or not, of those that are wanted. Nothing where there is more to read than
/// a fixer should.
std::optional<std::vector<FoundFile>> files_with(const Tree& tree, std::string_view word,
                                                 const std::function<bool(std::string_view)>& is_wanted);

/// The sources in a file's language that have a word.
std::optional<std::vector<FoundFile>> sources_with(const Tree& tree, std::string_view file, std::string_view word);

}  // namespace regreen
