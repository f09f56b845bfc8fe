#pragma once

#include "model/tree.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// "1.18", "1.18.3" → 18; 0 for anything else.
long go_minor_of(std::string_view version);

/// The versions of Go ("1.18" as 18) that images, workflows and files of version managers name. "^1.16" and ">=1.16" mean the
/// newest, and name none. Only files that `counts` says are looked at.
std::set<long> go_minors_named(const Tree& tree, const std::function<bool(const std::string& path)>& counts);

}  // namespace regreen
