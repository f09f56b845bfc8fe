#pragma once

#include "model/tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// An import, or what hands on, of one name: `import { a, NAME as b } from 'module'`, `export { NAME } from 'module'`.
struct AskedName {
  std::size_t at = 0;              ///< of the name
  std::size_t begin = 0, end = 0;  ///< of its list, with the brackets
  std::string module;
  bool is_export = false, is_alias = false;
};

/// The only list of a module that asks for the name.
std::optional<AskedName> asked_name(std::string_view text, std::string_view code, std::string_view name);

/// The source that a file means by './parse', or by './parse.js' where that is made of parse.ts; "" where the tree has none.
std::string script_source_of(const Tree& tree, std::string_view file, std::string_view module);

}  // namespace regreen
