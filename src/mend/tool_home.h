#pragma once

#include "model/tree.h"

#include <functional>
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

/// Is a folder one in which the tool is to run?
using IsHome = std::function<bool(std::string_view folder)>;

/// The nearest folder above a file that is one; else "", the top.
std::string_view nearest_home(std::string_view file, const IsHome& is_home);

/// The nearest folders above the files. Asks once for each folder.
std::vector<ToolHome> tool_homes(const std::vector<std::string>& files, const IsHome& is_home);

/// The folders of the files in which a tool finds one of its manifests. Where no file is known, the top if it has one, else the only
/// folder that has.
std::vector<ToolHome> tool_homes(const Tree& tree, const std::vector<std::string>& files,
                                 std::span<const std::string_view> manifests);

/// A file that may hold a tool's settings, and what it says then; the file alone does where that is "".
struct SettingsFile {
  std::string_view name, mark;
};

/// The first of them that holds the settings in a folder; "" where none does.
std::string settings_in(const Tree& tree, std::string_view folder, std::span<const SettingsFile> settings);

/// The command as it is run there: `(cd 'rust' && cargo fmt)`.
std::string in_folder(std::string_view folder, const std::string& command);

/// The files as words of a shell; one that starts with '-' is no option.
std::string shell_words(const std::vector<std::string>& files);

}  // namespace regreen
