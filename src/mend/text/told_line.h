#pragma once

#include <cstddef>
#include <string_view>

namespace regreen {

/// Is what stands at a byte of a code what a log means by a line of it: does it stand on that line, in the statement that begins
/// there, or is it the value of a constant, or of a variable of the same block, that the line uses?
bool is_told(std::string_view text, std::size_t at, std::size_t line);

}  // namespace regreen
