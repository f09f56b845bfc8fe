#pragma once

#include "mend/python/language/source.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The names that a file defines at module level: functions, classes, variables; not what it imports.
std::vector<std::string> defined_names(const PythonSource& source);

/// Tokens that use a name: not attributes of something, keyword arguments, or names in import statements.
std::vector<std::size_t> uses_of(const PythonSource& source, std::string_view name);

/// Where a name is used: as `uses_of` says, and in the fields of f-strings.
std::vector<std::size_t> spots_of(const PythonSource& source, std::string_view name);

/// The names that the file binds at module level, by import, assignment, def or class.
std::set<std::string, std::less<>> names_at_top(const PythonSource& source);

/// Is the name one of them?
bool binds_at_top(const PythonSource& source, std::string_view name);

}  // namespace regreen
