#pragma once

#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"

#include <cstddef>
#include <set>
#include <string>

namespace regreen {

/// Which expressions of a file are sets, by their look. Borrows the source.
class PySets {
 public:
  explicit PySets(const PythonSource& source);

  /// Is the value one set? `inside` is the index of its statement.
  bool is_set(const PyValue& value, std::size_t inside) const;

 private:
  bool has_colon(std::size_t open, std::size_t close) const;
  bool returns_sets(std::size_t def) const;
  bool is_bound_to_set(std::size_t name, std::size_t inside) const;

  const PythonSource& source_;
  std::set<std::string, std::less<>> functions_;
};

}  // namespace regreen
