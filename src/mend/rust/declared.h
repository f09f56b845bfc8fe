#pragma once

#include "model/tree.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Something that the sources of a package give a name.
struct RustName {
  std::string kind;  ///< struct enum union trait type fn const static mod macro_rules!
  std::string name;
  std::string file;
  bool is_top = false;  ///< at the top level of its file
};

/// All that the sources of a package name, methods and inner modules included.
std::vector<RustName> rust_names(const Tree& tree, const std::string& manifest);

/// The fields, variants, methods and constants of a type or trait of a package.
std::set<std::string> rust_members(const Tree& tree, const std::string& manifest, const std::string& type);

}  // namespace regreen
