#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// RFC 4648, section 4. Reading skips line ends; nothing where the text is something else.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

/// Section 5, without padding: for URLs and tokens.
std::string to_base64_url(std::string_view bytes);

}  // namespace regreen
