#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A call of a CMake list: where its command begins, and its brackets.
struct CMakeCall {
  std::size_t begin = 0;
  std::size_t open = 0;
  std::size_t close = 0;
};

/// The calls of a command in whatever case, those in comments and quotes left out. None in a list that nobody wrote by hand.
std::vector<CMakeCall> cmake_calls(std::string_view text, std::string_view command);

/// The words between the brackets of a call, as they are written. Views of the text.
std::vector<std::string_view> words_in_call(std::string_view text, const CMakeCall& call);

/// A word of a call without the quotes around it.
std::string_view unquoted(std::string_view word);

/// What stands between a word of the text and the one before it: the end of a line with its indentation, or one blank.
std::string gap_before(std::string_view text, std::string_view word);

/// The first call of a command whose first word it is: `add_library(mixer …)`.
std::optional<CMakeCall> cmake_call_for(std::string_view text, std::string_view command, std::string_view word);

/// The CMakeLists.txt with the project() that a folder belongs to; "" where there is none.
std::string cmake_project_list(const Tree& tree, std::string_view folder);

/// A line below a call, indented as it is.
Edit line_below(std::string_view text, const CMakeCall& call, const std::string& line);

}  // namespace regreen
