#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// A relative path as a text writes it.
struct WrittenPath {
  std::size_t offset = 0;
  std::string_view path;
  std::string_view before;  ///< what stands before it on its line
};

/// May a byte stand in such a path?
bool is_path_byte(char c);

/// All relative paths of a text, without those of comments and URLs. They are of the text.
std::vector<WrittenPath> written_paths(std::string_view text);

}  // namespace regreen
