#pragma once

#include "model/patch.h"

#include <optional>
#include <string_view>

namespace regreen {

/// Adds `use PATH;` to a Rust source: among the others, in order where they are sorted; where `before` names a line of
/// an inner module, there. Nothing where it stands already.
std::optional<Edit> add_use(std::string_view text, std::string_view path, std::size_t before);

/// Is it a path as `use` takes it: words, `::`, `as`?
bool is_use_path(std::string_view path);

}  // namespace regreen
