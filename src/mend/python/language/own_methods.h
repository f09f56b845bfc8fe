#pragma once

#include "model/tree.h"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace regreen {

/// The names by which classes of the tree have methods of their own, of those asked for. A call by such a name may mean one of them, and
/// not what a library withdrew.
std::set<std::string, std::less<>> own_methods(const Tree& tree, std::span<const std::string_view> names);

/// Does the tree define a function or class of that name which does not take the parameter?
bool defines_without(const Tree& tree, std::string_view name, std::string_view parameter);

}  // namespace regreen
