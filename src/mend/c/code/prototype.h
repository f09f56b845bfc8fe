#pragma once

#include "mend/draft.h"
#include "mend/fixer.h"

namespace regreen {

/// Says `(void)` where functions without parameters are declared with empty parentheses: those that the compiler complains of,
/// those defined so in the same folders, which it has not come to yet, and wherever else these are declared. In C alone, where `()`
/// leaves open what a function takes.
void state_no_parameters(const Patient& patient, Draft& draft);

}  // namespace regreen
