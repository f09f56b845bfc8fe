#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// A line of a script as ShellCheck asks for it by the code of a finding, where that means the same; the line as it is for other
/// codes and where it might mean something else. `column` counts from 1, as places on a screen do; `text` is the whole script.
std::string shell_idiom(std::string_view code, std::string_view text, const std::string& line, std::size_t column);

}  // namespace regreen
