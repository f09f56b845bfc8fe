#pragma once

#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "model/patch.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Does another file take a name from a module, by import, as its attribute, or by its full name in a text?
bool is_taken(const Tree& tree, const PythonProject& project, const std::string& file, std::string_view name);

/// Does an __init__.py hand a name on that it imports? What comes from the project itself is meant for others, and what others take
/// from the package.
bool is_handed_on(const Tree& tree, const PythonProject& project, const std::string& file, const PyImport& one,
                  const ImportedName& name);

/// The edits that name what an __init__.py hands on in its `__all__`; where it has none, in one that holds all that the package
/// defines and imports from itself. None where `__all__` is put together in another way.
std::vector<Edit> list_handed_on(const PythonProject& project, const std::string& file, const PythonSource& source,
                                 const std::vector<std::string>& names);

}  // namespace regreen
