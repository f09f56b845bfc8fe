#pragma once

#include "model/tree.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where a struct or an enum of the repository is defined.
struct RustType {
  std::string file;
  std::size_t at = 0;  ///< of the word `struct` or `enum`

  auto operator<=>(const RustType&) const = default;
};

/// A type of the repository, and how its crate calls it.
struct RustTypeFound {
  RustType type;
  std::string manifest;
  std::vector<std::string> modules;
};

/// The types of a repository by their names, each name looked for once. Borrows the tree.
class RustTypes {
 public:
  explicit RustTypes(const Tree& tree) : tree_(tree) {}

  /// The type that a message of rustc means by a path that it prints, about code in the file `from`: `Unit`, `old::Unit` of the same
  /// crate, `units::Unit` of another package of the repository, by way of a re-export as well. Nothing where several may be meant,
  /// and for types of crates that are not in the repository.
  std::optional<RustType> meant(std::string_view path, std::string_view from);

 private:
  const std::vector<RustTypeFound>& called(const std::string& name);

  const Tree& tree_;
  std::map<std::string, std::vector<RustTypeFound>> known_;
};

/// The root of the crate that a source belongs to: src/lib.rs, or the file itself where it is one or nobody declares it.
std::string rust_crate_root(const Tree& tree, std::string_view file);

}  // namespace regreen
