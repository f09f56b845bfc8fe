#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// "(?i)", "(?ms)" at a place; empty where there is none, or where it is a text in brackets.
std::string_view flags_at(std::string_view text, std::size_t at);

/// Edits that move inline flags to the front of the regular expression that begins at `begin` of a text, which stands at `offset` of
/// its file.
std::vector<Edit> moved_flags(std::string_view text, std::size_t begin, std::size_t offset);

/// Does so in the files of rules (JSON, YAML, TOML) from which a regular expression came: the traced line compiles the value of a key,
/// and a value of that key has flags at the position that the log names. Then all values of the key are edited, unless some of
/// them are for another engine.
void move_flags_in_data(const Patient& patient, const Occurrence& occurrence, Draft& draft);

}  // namespace regreen
