#pragma once

#include "mend/python/language/source.h"
#include "model/tree.h"

#include <string>

namespace regreen {

/// May a plain function of the file become one to wait for: does everybody in the tree who calls it wait already, does nobody hand it
/// on, and does no class or runner of tests want it as it is?
bool may_become_async(const Tree& tree, const std::string& file, const PythonSource& source, const PyStatement& def);

}  // namespace regreen
