#pragma once

#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Where a struct or an enum of the repository is defined.
struct RustType {
  std::string file;
  std::size_t at = 0;  ///< of the word `struct` or `enum`

  auto operator<=>(const RustType&) const = default;
};

/// The type that a message of rustc means by a path that it prints, about code in the file `from`: `Unit`, `old::Unit` of the same
/// crate, `units::Unit` of another package of the repository, by way of a re-export as well. Nothing where several may be meant,
/// and for types of crates that are not in the repository.
std::optional<RustType> rust_type_meant(const Tree& tree, std::string_view path, std::string_view from);

/// The root of the crate that a source belongs to: src/lib.rs, or the file itself where it is one or nobody declares it.
std::string rust_crate_root(const Tree& tree, std::string_view file);

}  // namespace regreen
