#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <map>
#include <set>
#include <string>

namespace regreen {

/// What the newest commit gave another name, as far as its own lines tell.
struct Renames {
  struct Name {
    std::string today;
    std::set<std::string> files;  ///< in which it was renamed
    std::set<std::string> left;  ///< … and still stands under the old name: renamed in part, or two things had the name
  };
  std::map<std::string, Name, std::less<>> names;         ///< identifiers
  std::map<std::string, std::string, std::less<>> files;  ///< whole files, by the paths that are gone
};

/// A name was renamed where lines were changed in nothing but identifiers, all those lines agree on the new one, and that stood in
/// none of these files before. A file was where its path is gone and the text of just one that was added is the same, or nearly.
Renames renames_of(const LastCommit& commit, const Tree& tree);

}  // namespace regreen
