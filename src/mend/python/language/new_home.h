#pragma once

#include "rules/load.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// Where a name lives today; nothing where it stays. Asked with full names: "collections.Mapping", "urllib2".
using NewHome = std::function<std::optional<std::string>(std::string_view full_name)>;

/// The new homes of all rows of `python-moved` whose module is one of `modules`, or lies below one of them.
NewHome moved_from(const Table& moved, std::set<std::string> modules);

/// The modules, and if one of them is of Python 2 alone: all such, and those that lost names on the way to Python 3.
std::set<std::string> with_companions(std::set<std::string> modules);

}  // namespace regreen
