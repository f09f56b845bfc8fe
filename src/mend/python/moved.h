#pragma once

#include "mend/python/project.h"
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

/// A Python file with every import and every use of moved names brought to their new home. Imports that are kept for
/// older versions (`try: … except ImportError: …`) stay. Nothing where the file has none of them.
std::optional<std::string> with_new_homes(std::string_view text, const NewHome& new_home,
                                          const std::function<ImportGroup(std::string_view module)>& group_of);

}  // namespace regreen
