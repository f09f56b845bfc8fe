#pragma once

#include "model/patch.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A `use` at the top of a file or module.
struct RustImport {
  std::size_t begin = 0, end = 0;  ///< of the statement, with what stands before it on its line
  bool is_public = false;
  std::string path;                          ///< `a::b`, `a::{b, c as d}`
  std::set<std::string, std::less<>> names;  ///< by which it is known in the file; none where that is not plain
};

/// The import that a byte of the code stands in.
std::optional<RustImport> rust_import_at(std::string_view code, std::size_t at);

/// Where a code names what an import brings; not fields and methods that are called alike.
std::vector<std::size_t> rust_uses(std::string_view code, const RustImport& import);

/// Adds `use PATH;` to a Rust source: among the others, in order where they are sorted; where `before` names a line of
/// an inner module, there. Nothing where it stands already.
std::optional<Edit> add_use(std::string_view text, std::string_view path, std::size_t before);

/// Is it a path as `use` takes it: words, `::`, `as`?
bool is_use_path(std::string_view path);

}  // namespace regreen
