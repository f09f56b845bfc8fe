#pragma once

#include "mend/text/renames.h"
#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// Does an old name stand where no compiler looks: in data, templates and schemas, or quoted in a source of that language?
bool is_stated(const Tree& tree, const std::string& name, const std::string& file);

/// Do texts of a file that gives a name, or uses it, speak of it so that it may be asked for by them?
bool is_in_texts(const Tree& tree, const std::string& name, const std::string& file);

/// Does a test of a file's language call by the old name what was renamed? Then it was promised.
bool is_promised(const Tree& tree, const std::string& name, const Rename& rename, const std::string& file);

}  // namespace regreen
