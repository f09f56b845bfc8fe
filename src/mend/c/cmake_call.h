#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// A call of a CMake list: where its command begins, and its brackets.
struct CMakeCall {
  std::size_t begin = 0;
  std::size_t open = 0;
  std::size_t close = 0;
};

/// The calls of a command, those in comments left out.
std::vector<CMakeCall> cmake_calls(std::string_view text, std::string_view command);

/// The words between the brackets of a call, as they are written. Views of the text.
std::vector<std::string_view> words_in_call(std::string_view text, const CMakeCall& call);

}  // namespace regreen
