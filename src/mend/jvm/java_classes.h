#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The package of the only class of the project with this name, by its file; "" where there is none, or several are.
std::string package_of_class(const Tree& tree, const std::string& name);

/// Has the project a source of a class of that name?
bool has_java_class(const Tree& tree, const std::string& name);

/// The line `import full.Name;` where the imports of a source have their order; nothing where it is there.
std::optional<Edit> add_java_import_line(std::string_view text, const std::string& name);

}  // namespace regreen
