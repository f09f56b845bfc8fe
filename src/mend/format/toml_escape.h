#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// A TOML text whose strings in double quotes have backslashes that begin no escape, as patterns and paths of Windows do: such a
/// string is written in single quotes, where a backslash is one. Where others of its backslashes are escaped as TOML wants
/// it, or it has single quotes, those that are not get a second one.
std::string with_toml_backslashes(std::string_view text);

}  // namespace regreen
