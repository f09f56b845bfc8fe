#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace regreen {

/// Copies one regular file or link beneath a folder to the same path beneath another: bytes, permissions and
/// time of change; parents are made. Answers false, and copies nothing, where there is no such file or link.
Result<bool> copy_beneath(int from, int to, std::string_view path);

/// What a copy of a tree may cost at most.
struct CopyLimits {
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0;
};

/// Copies a whole tree: folders, regular files and links. An error where it exceeds the limits.
Result<void> copy_tree(int from, int to, CopyLimits limits);

/// Would copy_tree() stay within the limits?
bool fits(int from, CopyLimits limits);

}  // namespace regreen
