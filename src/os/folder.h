#pragma once

#include "base/result.h"

#include <string>
#include <utility>

namespace regreen {

/// Where regreen keeps what outlives it: $XDG_STATE_HOME/regreen, else ~/.local/state/regreen. Not made yet.
Result<std::string> state_folder();

/// Makes a folder and its parents, for this user alone.
Result<void> make_folders(const std::string& path);

/// Makes a folder of a fresh name in an existing one.
Result<std::string> make_fresh_folder(const std::string& parent, const std::string& prefix);

/// Removes a folder with everything in it, folders without write permission included; never follows a link.
Result<void> remove_tree(const std::string& path);

/// A folder of a fresh name that is removed at the end, with everything in it. A killed process leaves it.
class TemporaryFolder {
 public:
  /// In `parent`, which is made where it does not exist.
  static Result<TemporaryFolder> make(const std::string& parent, const std::string& prefix);
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, "")) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

/// The absolute path without links, "." and ".."; what it names must exist.
Result<std::string> real_path(const std::string& path);

/// Is `path` the folder itself or something in it? Both absolute, without links.
bool lies_in(const std::string& path, const std::string& folder);

}  // namespace regreen
