#pragma once

#include "model/last_commit.h"
#include "model/tree.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace regreen {

/// What the newest commit did to the sources of one language, where it did nothing but give names to what had others: each source
/// that it changed says today what it said before, word for word but for these names in its code (sentences in comments of whole lines
/// are nobody's matter), a source that is gone lies elsewhere today, and data that sources may read is as it was. Empty where it did
/// anything else: what looks like a rename among other changes is often another thing.
struct Renaming {
  std::map<std::string, std::string, std::less<>>
      names;  ///< each declared in a source that it changed, and in no other one
  std::map<std::string, std::string, std::less<>> files;  ///< that lie elsewhere: the path of before, that of today

  bool empty() const { return names.empty() && files.empty(); }
};

/// Which files are sources of the language, and are no tests: a test that was changed as well tells nothing about what it tests.
using IsSource = std::function<bool(std::string_view path)>;

Renaming renaming_of(const LastCommit& commit, const Tree& tree, const IsSource& is_source);

}  // namespace regreen
