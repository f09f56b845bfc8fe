#pragma once

#include "model/tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// Knows of the package in a folder whether it is the one that a project means, by what the project takes from it: that a folder
/// has its name says nothing. Borrows the tree.
class PackageWitness {
 public:
  PackageWitness(const Tree& tree, std::string folder);

  /// Has the package that name? It is compared as PEP 503 says.
  bool is_named(std::string_view name) const;

  /// Does a source below `user` import what only the package has?
  bool is_used(const std::string& user);

 private:
  using Names = std::set<std::string, std::less<>>;

  const std::map<std::string, Names>& imports();

  const Tree& tree_;
  std::string folder_;
  std::string name_;                                     ///< by which its metadata call it
  std::optional<std::map<std::string, Names>> imports_;  ///< top-level modules, by file of Python
};

}  // namespace regreen
