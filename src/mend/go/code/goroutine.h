#pragma once

#include "mend/go/language/go_source.h"

#include <vector>

namespace regreen {

/// `t.Fatal(…)` in a goroutine of a test ends the goroutine and not the test: `t.Error(…)` and `return` say so, and mean the same.
/// Nothing where the call is not a statement of the function that `go` starts.
std::vector<Edit> fail_and_return(const GoPlace& place);

}  // namespace regreen
