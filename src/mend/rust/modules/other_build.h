#pragma once

#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/use_tree.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A source of the repository and its path.
struct RustFile {
  const Tree& tree;
  const std::string& path;
  const RustText& source;
};

/// Does a function name something a second time and leave out parts of itself in some builds? Another build may need it then.
bool is_for_other_builds(const RustText& source, std::size_t at, std::string_view name);

/// Do other sources of the package, or texts of this one (`serde(default = "name")`), name something?
bool is_named_elsewhere(const RustFile& file, std::string_view name);

/// May a module that this build leaves out, or one that takes all that stands above it, need names of an import?
bool is_import_for_other_builds(const RustFile& file, const UseTree& use, const std::vector<std::string>& names);

}  // namespace regreen
