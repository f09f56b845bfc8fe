#pragma once

#include "model/tree.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// The functions of a project that take a view and are done with it when they come back: those of a project that keeps no view
/// anywhere, in no member, container, alias or lambda. Borrows the tree, and looks at it when it is first asked.
class ViewTakers {
 public:
  explicit ViewTakers(const Tree& tree) : tree_(tree) {}

  bool has(std::string_view function) const;

 private:
  using Names = std::set<std::string, std::less<>>;

  Names names() const;

  const Tree& tree_;
  mutable std::optional<Names> names_;
};

}  // namespace regreen
