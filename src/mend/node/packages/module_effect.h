#pragma once

#include "model/tree.h"

#include <string>
#include <string_view>

namespace regreen {

/// Does the file of the project that a path leads to, as an import of `from` writes it, do something by being loaded, beside
/// declaring what it exports? For paths that lead nowhere, no; for packages, unless they are known to do nothing.
bool works_when_loaded(const Tree& tree, std::string_view from, const std::string& path);

/// The import of a module for what it does, in place of the line that takes names from it: `import './a.js';` for
/// `import { b } from './a.js';`. "" where loading the module does nothing, or a compiler leaves out what is not used anyway.
/// `line` is the whole statement.
std::string bare_import(const Tree& tree, std::string_view file, std::string_view line);

}  // namespace regreen
