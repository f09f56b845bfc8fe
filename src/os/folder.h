#pragma once

#include "base/result.h"

#include <string>

namespace regreen {

/// Where regreen keeps what outlives it: $XDG_STATE_HOME/regreen, else ~/.local/state/regreen. Not made yet.
Result<std::string> state_folder();

/// Makes a folder and its parents, for this user alone.
Result<void> make_folders(const std::string& path);

/// Makes a folder of a fresh name in an existing one.
Result<std::string> make_fresh_folder(const std::string& parent, const std::string& prefix);

/// Removes a folder with everything in it, folders without write permission included; never follows a link.
Result<void> remove_tree(const std::string& path);

/// The absolute path without links, "." and ".."; what it names must exist.
Result<std::string> real_path(const std::string& path);

/// Is `path` the folder itself or something in it? Both absolute, without links.
bool lies_in(const std::string& path, const std::string& folder);

}  // namespace regreen
