#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The import of what node offers everywhere and a linter does not know: `import process from 'node:process';`. Nothing for other names,
/// and where the file may be for a browser, which has no such modules.
std::vector<Edit> import_node_global(const Tree& tree, std::string_view file, std::string_view text,
                                     std::string_view code, std::string_view name);

}  // namespace regreen
