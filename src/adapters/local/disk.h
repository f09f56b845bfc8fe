#pragma once

#include "base/result.h"
#include "model/patch.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace regreen {

/// Which side of a change a file on disk shows.
enum class Side { before, after, neither };

/// Compares a file with a change: bytes, being there, and the executable bit. Never through a link.
Side side_of(int repository, const FileChange& change);

/// May a change be made at all? `denied` for paths that leave the repository, lie in .git or go through a link.
Result<void> check_place(int repository, const FileChange& change);

/// How a file becomes one side of a change: the bytes to put there (nothing: it goes) and whether it is executable.
struct Target {
  std::string path;
  const std::optional<std::string>& bytes;
  bool executable = false;
};

/// Puts a file in place in one step. `staging` is a folder on the same file system, used for a moment under `name`;
/// where it is on another one, a file ".regreen-<name>" beside the target is. Mode and owner of a replaced file stay
/// but for the executable bits. Folders are made on demand.
Result<void> put_in_place(int repository, const Target& target, const std::string& staging, const std::string& name);

/// Removes what a killed put_in_place() may have left.
void clean_place(int repository, const std::string& path, const std::string& staging, const std::string& name);

/// The folders that a patch needs and that are not there; outer ones first.
std::vector<std::string> missing_folders(int repository, const Patch& patch);

/// Removes a folder if it is empty.
void remove_empty_folder(int repository, const std::string& path);

}  // namespace regreen
