#pragma once

#include <cstddef>
#include <string_view>

namespace regreen {

inline constexpr std::size_t prefix_bytes_max = 1024;  // job and step names may have 255 characters each

/// Does the text begin with the form? In it, '0' stands for a digit, everything else for itself.
bool has_form(std::string_view text, std::string_view form);

/// How many digits are at the front of a text.
std::size_t digits_length(std::string_view text);

/// How long two columns and their tabs are at the front of a text, as `gh run view --log` prints them; 0 where it has fewer.
std::size_t columns_length(std::string_view text);

/// How long the timestamp at the front of a text is, with what belongs to it; 0 where there is none.
std::size_t stamp_length(std::string_view text);

/// The same with a byte order mark before it.
std::size_t prefix_length(std::string_view text);

/// How long the byte order mark before it is, or what a wrong decoding made of one.
std::size_t mark_length(std::string_view text);

/// Does a text begin as a prefix does? Settles nearly all lines.
inline bool may_have_prefix(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[text.size() > 1 && text.front() == '[' ? 1 : 0]);
  return (first >= '0' && first <= '9') || first >= 0x80;
}

/// How long numbers are at the front of a text, each with one of the given bytes behind it: "3.456 " for ". ". 0 where one
/// is missing.
std::size_t numbers_length(std::string_view text, std::string_view behind);

/// How long BuildKit's number and time are at the front of what a build step prints: "#12 3.456 ". 0 where there are none.
std::size_t build_step_length(std::string_view text);

}  // namespace regreen
