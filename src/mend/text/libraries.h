#pragma once

#include "rules/rule_set.h"

#include <set>
#include <string>

namespace regreen {

/// The libraries that define the symbols which a linker did not find, as -l calls them, by a table of symbols and of beginnings of
/// them: "sin" → "m", "pthread_*" → "pthread".
std::set<std::string> libraries_of(const std::set<std::string>& symbols, const Table& table);

}  // namespace regreen
