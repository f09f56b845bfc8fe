#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// How a file writes its imports.
struct ImportManner {
  bool is_module = false;
  std::string quote = "'", end = ";", scheme;
  std::size_t at = 0;  ///< where a further import may stand
};

ImportManner manner_of(std::string_view text);

/// `import what from 'module'` or `const what = require('module')`, as the file has it, with the end of the line.
std::string import_line(const ImportManner& manner, const std::string& what, const std::string& module);

/// `__dirname` and `__filename`, defined below the imports of an ES module whose code names them, as CommonJS has them. Nothing for
/// other files, and where they are defined.
std::vector<Edit> define_own_path(const Tree& tree, const std::string& file, std::string_view text);

}  // namespace regreen
