#pragma once

#include "mend/python/language/project.h"
#include "mend/python/language/source.h"

#include <map>
#include <string>
#include <string_view>

namespace regreen {

/// What the names that a file imports at its top are in full, those of the project itself included: "pumps.pump.Limits" for `Limits` of
/// `from .pump import Limits`.
class FullNames {
 public:
  FullNames(const PythonSource& source, std::string_view file, const PythonProject& project);

  /// Of a name or an attribute of one; itself where the file imports none of the kind.
  std::string full(std::string_view name) const;

  bool has(std::string_view name) const { return full_.contains(top_of(name)); }

  /// What the file calls something; "" where it imports it in another way or not at all.
  std::string bound_to(std::string_view full) const;

 private:
  std::map<std::string, std::string, std::less<>> full_;
};

}  // namespace regreen
