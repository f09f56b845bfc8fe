#pragma once

#include "mend/draft.h"
#include "model/last_commit.h"
#include "model/tree.h"

#include <set>
#include <string>

namespace regreen {

/// An include that leads nowhere.
struct LostHeader {
  std::string written;        ///< between the brackets or quotes
  bool is_bracketed = false;  ///< <…>
  std::string file;           ///< that the compiler looked into

  auto operator<=>(const LostHeader&) const = default;
};

/// Names headers of the project where they were moved to, wherever they are included by their old path: `util/str.h` → `text/str.h`. The
/// only header of its name, below a folder from which other sources include in the same way; or below one that is called as those are
/// that the compiler looks into, where `util` is a folder of the project. Nothing for a header without a folder, where it may be
/// the compiler that is not told where it lies; but where the newest commit moved it deeper into its folder, `ring.h` → `core/ring.h`: there
/// only in the files that are named.
void follow_headers(const Tree& tree, const LastCommit& commit, const std::set<LostHeader>& lost, Draft& draft);

}  // namespace regreen
