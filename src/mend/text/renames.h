#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A definition to which the newest commit gave another name.
struct RenamedAt {
  std::string file;
  std::string owner;  ///< the type that it is a member of; "" at the top of the file
};

/// A name that the newest commit replaced by another one.
struct Rename {
  std::string today;
  std::vector<RenamedAt> places;
};
using Renames = std::map<std::string, Rename, std::less<>>;

/// What the newest commit gave another name, of the names that are asked for. A definition tells it that is the same today but for
/// such names, in its text to the end of its body. All lines that the commit removed and that had the name must be there again with
/// the new one, which stood in none of the changed files. Where a definition has no body that tells it from others, the names have a
/// word in common, or another line was changed so. What the new name says must not be another thing.
Renames renames_of(const LastCommit& commit, const Tree& tree, const std::set<std::string>& asked);

}  // namespace regreen
