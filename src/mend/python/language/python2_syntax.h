#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// The edits that turn what only Python 2 understands into what Python 3 does: print and exec statements,
/// `except E, e`, `raise E, "why"`, backticks, `<>`, 0777 and 10L. Empty where there is nothing of the kind.
std::vector<Edit> python3_edits(const PythonSource& source);

/// Does a program say what only Python 2 reads or finds? Names that it asks about with `except NameError` or `except ImportError`
/// do not count.
bool is_python2(const PythonSource& source);

}  // namespace regreen
