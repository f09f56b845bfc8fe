#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// inspect.getargspec() answered four things, getfullargspec() answers those and three more, and calls the third another name:
/// a, b, c, d = getargspec(f) → a, b, c, d = getargspec(f)[:4]; getargspec(f).keywords → getargspec(f).varkw
std::vector<Edit> first_four_of_signature(const PythonSource& source);

}  // namespace regreen
