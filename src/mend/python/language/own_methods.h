#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Does a class of the tree define a method of that name? A call by the name may mean that one, and not what a library withdrew.
bool defines_method(const Tree& tree, std::string_view name);

/// Does the tree define a function or class of that name which does not take the parameter?
bool defines_without(const Tree& tree, std::string_view name, std::string_view parameter);

}  // namespace regreen
