#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Annotations that mypy asks for, where the file itself shows which. Each answers edits for one place, none in doubt.

/// "Need type annotation for x": the type of an empty list, set or dict, from what the file puts into it.
std::vector<Edit> annotate_variable(const PythonSource& source, std::size_t line, std::string_view name);

/// "Missing type parameters for generic type dict": `dict` → `dict[str, Any]`, on that line.
std::vector<Edit> name_parameters(const PythonSource& source, std::size_t line, std::string_view type);

/// "Incompatible default": a parameter declared int whose default is a float takes floats.
std::vector<Edit> widen_parameter(const PythonSource& source, std::size_t line, std::string_view name);

/// "Returning Any from function declared to return T": `return x` → `result: T = x`, `return result`.
std::vector<Edit> name_result(const PythonSource& source, std::size_t line);

/// "Function is missing a return type annotation", where all that it returns is plainly a bool, a str or an int.
std::vector<Edit> annotate_return(const PythonSource& source, std::size_t line);

}  // namespace regreen
