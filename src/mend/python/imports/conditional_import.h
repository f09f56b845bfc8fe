#pragma once

#include "mend/python/language/import.h"

namespace regreen {

/// Is something imported on some condition only: in `if`, `try`, `with`, or on the other side of one?
bool is_conditional(const PythonSource& source, const PyImport& one);

/// Is something imported where it may well not be there: in `try`, `except`, `with`?
bool is_tried(const PythonSource& source, const PyImport& one);

}  // namespace regreen
