#pragma once

#include "mend/c/language/source.h"
#include "model/tree.h"

#include <map>
#include <set>
#include <string>

namespace regreen {

/// The project's own sources in C and C++, and which of them include which.
class CProject {
 public:
  CProject(const Tree& tree, const Draft& draft);

  const std::map<std::string, CSource>& sources() const { return sources_; }

  /// A file and all headers that it includes, directly or through others.
  std::set<std::string> included_by(const std::string& file) const;

  /// A file and, of a header, all that include it, directly or through others.
  std::set<std::string> users_of(const std::string& file) const;

 private:
  bool includes(const std::string& user, const std::string& header) const;

  std::map<std::string, CSource> sources_;
  std::map<std::string, std::string> includes_;
};

}  // namespace regreen
