#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

namespace regreen {

/// Gives conversions the type of their argument, "format ‘%d’ expects argument of type ‘int’, but argument 4 has type ‘size_t’", where
/// the compiler shows no better one: in the call of a macro that joins texts, and where a format is several. Only where the texts of
/// the call take as many arguments as it has.
void convert_by_type(const Patient& patient, Draft& draft);

}  // namespace regreen
