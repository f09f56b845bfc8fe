#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// "Incompatible types in assignment (expression has type "None"": `x: str = None`, the same for the variable or field that a line
/// declares.
std::vector<Edit> declare_none(const PythonSource& source, std::size_t line);

/// "Incompatible default for argument x": `x: str = None` → `x: Optional[str] = None`, in the words of the file: `str | None`,
/// `typing.Optional[str]`, or Optional, which is imported. The first parameter of that name from the line on.
std::vector<Edit> allow_none(const PythonSource& source, std::size_t line, std::string_view name);

}  // namespace regreen
