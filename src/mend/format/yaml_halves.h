#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A YAML text whose key on a line, which its mapping has above already, says there what both say. Nothing where the two contradict each
/// other, hold lists whose order may matter, or grant rights.
std::optional<std::string> with_halves_joined(std::string_view text, std::size_t number);

}  // namespace regreen
