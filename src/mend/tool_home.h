#pragma once

#include "model/tree.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A folder in which a tool is to run, and the files that are meant, from that folder on.
struct ToolHome {
  std::string folder;  ///< "" for the top
  std::vector<std::string> files;
};

/// The folders of the files in which a tool finds one of its manifests or settings: for each file the nearest above it, else the top.
/// Where no file is known, the top if it has one, else the only folder that has.
std::vector<ToolHome> tool_homes(const Tree& tree, const std::vector<std::string>& files,
                                 std::span<const std::string_view> manifests);

/// The command as it is run there: `(cd 'rust' && cargo fmt)`.
std::string in_folder(std::string_view folder, const std::string& command);

/// The files as words of a shell; one that starts with '-' is no option.
std::string shell_words(const std::vector<std::string>& files);

}  // namespace regreen
