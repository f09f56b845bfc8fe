#pragma once

#include <set>
#include <string>
#include <string_view>

namespace regreen {

/// May a code of JavaScript make that one of the names stands for something else: does it declare or set it, or what is in it,
/// call a method of it, or hand it to a function?
bool may_change(std::string_view code, const std::set<std::string>& names);

}  // namespace regreen
