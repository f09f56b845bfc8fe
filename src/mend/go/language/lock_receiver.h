#pragma once

#include "model/tree.h"

#include <string_view>

namespace regreen {

/// Do the methods of a type that holds a lock go to it by pointer, or have to: one has a pointer for its receiver, or what one writes
/// into its copy is lost to everybody while the package hands out pointers to the type? Not where one may only reckon with its copy,
/// nor where values of the type may have to keep
/// their methods: interfaces of the project or the standard library ask for one of them, or a template calls it.
bool is_gone_to_by_pointer(const Tree& tree, std::string_view file, std::string_view type);

}  // namespace regreen
