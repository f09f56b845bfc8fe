#pragma once

#include "mend/python/language/import.h"

namespace regreen {

/// Is something imported on some condition only: in `if`, `try`, `with`, or on the other side of one?
bool is_conditional(const PythonSource& source, const PyImport& one);

}  // namespace regreen
