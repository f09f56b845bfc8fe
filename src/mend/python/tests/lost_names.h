#pragma once

#include "mend/fixer.h"

#include <set>
#include <string>

namespace regreen {

/// The names that the newest commit took from a module: it bound them before, and does not today. None where the module may have names
/// that none of its statements bind.
std::set<std::string> names_lost(const Patient& patient, const std::string& file);

}  // namespace regreen
