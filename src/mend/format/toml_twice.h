#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A TOML text that says nothing twice: what the second part of a table that is opened twice has on top goes to the end of the
/// first, and a key that is given the same value again is given it once. Nothing where a key has two values: which of them is
/// meant stands nowhere. Nor where the text is none of TOML then.
std::optional<std::string> with_each_once(std::string_view text);

}  // namespace regreen
