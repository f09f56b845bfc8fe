#pragma once

#include "mend/text/renames.h"
#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// Does the old name stand where no compiler looks, or was it promised: in data, templates and schemas, in a test, in a text of the
/// files that give or use it by which it may be asked for?
bool is_stated(const Tree& tree, const std::string& name, const Rename& rename, const std::string& user);

}  // namespace regreen
