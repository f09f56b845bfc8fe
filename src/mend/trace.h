#pragma once

#include "mend/place.h"

#include <vector>

namespace regreen {

/// The places in the tree that an occurrence names, and those that the lines around it name as traces do, the nearest
/// first: `(/app/src/gate.js:3:19)`, `lib/sums.rb:4:in`, `File "totals.py", line 4`.
std::vector<TreePlace> places_around(const Tree& tree, const Occurrence& occurrence);

}  // namespace regreen
