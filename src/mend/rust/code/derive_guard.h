#pragma once

#include "model/tree.h"

#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// Why a type is to have a trait.
struct RustDeriveReason {
  bool is_by_bound = false;  ///< something asks for `Ord`, not `a < b`
  bool is_by_value = false;  ///< for more than keys of a BTreeMap or BTreeSet, where one order is as good as another
};

/// What stands for a type that lacks traits: `at` is that of its `struct` or `enum`.
struct RustTypeSource {
  const Tree& tree;
  std::string_view text, code;
  std::size_t at = 0;
  std::string_view name;
  const std::set<std::string>& written;  ///< the traits that the project writes for it by hand
};

/// May the compiler write a trait for a type, or would it decide what people have to: which of several values is more, what a
/// type that sets itself up begins with, that secrets are printed, that what is closed once is there twice?
bool may_derive(const RustTypeSource& type, std::string_view trait, const RustDeriveReason& reason);

}  // namespace regreen
