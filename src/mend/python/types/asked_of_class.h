#pragma once

#include "mend/python/language/source.h"
#include "model/tree.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Which attributes the files of a project ask classes for, not objects: `Site.night`, `cls.night`, `type(self).night`,
/// `getattr(Site, "night")`. A class answers for those below it as well.
class AskedOfClasses {
 public:
  AskedOfClasses(const Tree& tree, const std::vector<std::string>& files);

  /// Is the class asked for the attribute, or may it be?
  bool has(std::string_view owner, std::string_view field);

 private:
  using Names = std::set<std::string, std::less<>>;

  void read(const PythonSource& source);
  void ask(std::string_view owner, std::string_view field);
  Names classes_asked(std::string_view field) const;

  std::map<std::string, Names, std::less<>> askers_;  ///< of an attribute: the names that are asked for it
  std::map<std::string, Names, std::less<>> bases_;   ///< of each class of the project
  std::map<std::string, std::string, std::less<>> aliases_;
  std::map<std::string, Names, std::less<>> known_;
};

}  // namespace regreen
