#pragma once

#include "base/result.h"
#include "model/patch.h"
#include "model/tree.h"

#include <string>
#include <vector>

namespace regreen {

/// Where to look for what a tool changed.
struct ChangedFolder {
  int now = -1;      ///< the repository as the tool left it
  int written = -1;  ///< a folder that holds, at the same paths, every file that was there before and was written to
  std::string copy;  ///< the private copy, whose git knows what is ignored
  std::vector<std::string> left_out;  ///< folders of dependencies
};

/// What a tool changed on top of `before`: texts, binaries, modes, new and deleted files. Not: .git, ignored files,
/// links, files that are too large. An error where it is more than any repair would be.
Result<Patch> find_changes(const ChangedFolder& folder, const Tree& before);

}  // namespace regreen
