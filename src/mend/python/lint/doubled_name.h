#pragma once

#include "mend/python/language/source.h"
#include "model/patch.h"
#include "model/tree.h"

#include <string_view>
#include <vector>

namespace regreen {

/// Of two definitions of one name (F811, pylint's E0102) the first is never used. The second of two functions that are alike goes; a
/// second test that tests something else gets a name of its own, so that both run. Nothing for anything else: which of two is meant,
/// nobody can tell.
std::vector<Edit> part_doubled_name(const Tree& tree, const PythonSource& source, std::string_view file,
                                    const PyStatement& one);

}  // namespace regreen
