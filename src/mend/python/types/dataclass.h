#pragma once

#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "model/tree.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The `@dataclass` above the statement of a class, as the imports at the top of the file have it; nullptr where there is none. That of
/// attrs is another.
const PyStatement* dataclass_mark(const PythonSource& source, const BoundNames& imported, std::size_t head);

/// The classes of a project whose objects have no hash: those under @dataclass that are neither frozen nor have a hash of their own.
class HashlessClasses {
 public:
  HashlessClasses(const Tree& tree, const std::vector<std::string>& files);

  /// Is it so for every class of that name?
  bool contains(std::string_view name) const { return hashless_.contains(name) && !others_.contains(name); }

 private:
  void read(const PythonSource& source);

  std::set<std::string, std::less<>> hashless_, others_;
};

}  // namespace regreen
