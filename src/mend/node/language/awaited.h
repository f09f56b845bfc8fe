#pragma once

#include "model/tree.h"

#include <string>

namespace regreen {

/// May a function of that name answer a promise: is each of its calls in the scripts awaited, followed by `.then`, gathered by
/// `Promise.all`, a statement of its own, or handed on by a function of which the same is true?
bool is_awaited_everywhere(const Tree& tree, const std::string& name);

}  // namespace regreen
