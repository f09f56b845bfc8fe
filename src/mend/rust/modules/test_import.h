#pragma once

#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/use_tree.h"

#include <optional>
#include <string>
#include <vector>

namespace regreen {

/// What keeps the names of an import that only the tests of its file use, by the name or by `use super::*`, once nothing else has
/// it: `add` brings them where they are used; `is_gated` where the whole import has to stay, for tests alone.
struct RustTestImport {
  std::vector<Edit> add;
  bool is_gated = false;
};

/// Nothing where it is not plain how they would be kept.
std::optional<RustTestImport> kept_for_tests(const RustText& source, const UseTree& tree,
                                             const std::vector<std::string>& names);

}  // namespace regreen
