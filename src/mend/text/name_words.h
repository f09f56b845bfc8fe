#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The words of a name, small: "trackingNo", "tracking_no" → tracking, no.
std::vector<std::string> words_in_name(std::string_view name);

/// Do two names have a word in common, or one that is short for the other's: "ring_len" and "ring_length"?
bool shares_word(std::string_view a, std::string_view b);

/// Does a new name mean another thing than the old one: its contrary, or the same in another unit?
bool means_another(std::string_view old_name, std::string_view new_name);

/// Has a new name just one other word than the old one, of several: "userName" and "displayName"?
bool has_other_word(std::string_view old_name, std::string_view new_name);

}  // namespace regreen
