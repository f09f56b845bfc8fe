#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where the first bytes begin that are no character in UTF-8.
std::optional<std::size_t> first_no_utf8(std::string_view bytes);

/// Do some bytes beyond ASCII make a character in UTF-8?
bool has_utf8_character(std::string_view bytes);

/// What bytes say in UTF-8, as each of the charsets of one byte a character reads them that spreadsheets and editors still write. None
/// of those in which a byte is no character, or a control.
std::vector<std::string> readings_of(std::string_view bytes);

}  // namespace regreen
