#pragma once

#include "mend/lines.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// How far a YAML text indents: its first step.
std::size_t yaml_step(const Lines& lines);

/// The text with blanks for the tabs in front of its lines, where a line cannot begin with one. Nothing where it does not make
/// sense further than to that line then, or where it depends on the width of a tab what the text means.
std::optional<std::string> without_yaml_tabs(std::string_view text, std::size_t line);

}  // namespace regreen
