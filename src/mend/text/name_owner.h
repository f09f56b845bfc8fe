#pragma once

#include "mend/text/renames.h"
#include "mend/text/unknown_name.h"
#include "model/tree.h"

#include <string>

namespace regreen {

/// Is it this definition that is unknown in a file: of the type or module that the log names, which is the only one so called; else of
/// the file itself, its package, or a header that it includes, where nothing else of its language defines the name?
bool is_of_its_owner(const Tree& tree, const UnknownName& unknown, const RenamedAt& renamed, const std::string& file);

/// Do classes have the old name that have nothing to do with the one that was renamed? Who asks an object for it may mean theirs.
bool have_others(const Tree& tree, const UnknownName& unknown, const std::string& file);

}  // namespace regreen
