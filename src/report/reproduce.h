#pragma once

#include "model/case.h"

#include <string>

namespace regreen {

/// A Case's failure as one bash script that anybody can run: it takes the commit that failed out of a clone, into a
/// folder of its own, sets what regreen set, and runs the command. It needs nothing of regreen. The Case has a
/// reproduction.
std::string reproduce_script(const Case& one);

}  // namespace regreen
