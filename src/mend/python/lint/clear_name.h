#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// A name that looks like a digit (E741: `l`, `I`, `O`), bound in the statement by a loop, an assignment or a lambda, becomes one that
/// says what it holds: `for line in lines`. Everywhere where it means the same; nothing for parameters of functions, which callers may name.
std::vector<Edit> clear_name(const PythonSource& source, const PyStatement& one);

}  // namespace regreen
