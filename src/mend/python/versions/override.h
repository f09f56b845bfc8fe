#pragma once

#include "mend/python/language/project.h"
#include "mend/python/language/source.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A method in the body of a class of the project.
struct PyMethod {
  std::string file, owner;
  std::size_t def = 0;        ///< the token
  std::size_t body_last = 0;  ///< behind the last token of its body
  bool is_wrapped = false;    ///< a decorator gives it other parameters than those that are written, or may
};

/// The classes of a project that have a method of one name, and which classes of libraries they derive from.
class Overrides {
 public:
  Overrides(const Tree& tree, const RuleSet& rules, std::string_view method);

  /// Nothing where the project is too large to look at all of it.
  const std::vector<PyMethod>& methods() const { return methods_; }

  /// Do two classes derive from one of a library?
  bool have_base_in_common(const std::string& one, const std::string& other) const;

  /// Does a class derive from one of a library?
  bool has_base(const std::string& owner) const { return !bases_of(owner).empty(); }

 private:
  using Names = std::set<std::string, std::less<>>;

  void read(const PythonProject& project, const std::string& file, const PythonSource& source, std::string_view method);
  Names bases_of(const std::string& owner) const;

  std::vector<PyMethod> methods_;
  std::map<std::string, Names, std::less<>> own_;      ///< of each class: the bases that are the project's
  std::map<std::string, Names, std::less<>> foreign_;  ///< and those that are not, in full
};

}  // namespace regreen
