#pragma once

#include "model/tree.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The sources of a package without comments and the insides of literals, by file; not those that nobody wrote by hand.
using RustCode = std::map<std::string, std::string>;

RustCode rust_code(const Tree& tree, const std::string& manifest);

/// Something that the sources of a package give a name.
struct RustName {
  std::string kind;  ///< struct enum union trait type fn const static mod macro_rules
  std::string name;
  std::string file;
  bool is_top = false;     ///< at the top level of its file
  std::size_t offset = 0;  ///< of its kind
};

/// All that the sources of a package name, methods and inner modules included.
std::vector<RustName> rust_names(const RustCode& code);

/// The fields, variants, methods and constants of a type or trait of a package.
std::set<std::string> rust_members(const RustCode& code, const std::string& type);

/// The fields or variants between the braces of a type, without their attributes: "pub id: u32", "Io(io::Error)".
std::vector<std::string_view> rust_items(std::string_view body);

}  // namespace regreen
