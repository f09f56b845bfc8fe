#pragma once

#include "mend/python/language/source.h"

#include <cstddef>

namespace regreen {

/// Is the token within an annotation of its statement: behind ':' of a parameter or '->' of a def, or behind a variable's ':'?
bool is_in_annotation(const PythonSource& source, const PyStatement& one, std::size_t token);

}  // namespace regreen
