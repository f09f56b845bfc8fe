#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A folder that a line names as the repository's, or as one that is.
struct NamedFolder {
  std::string path;
  bool is_sure =
      false;  ///< git or the CI system said so; else a build tool, which may lie in a folder of the repository
};

/// The folder that a clean line names; nothing in nearly all lines.
std::optional<NamedFolder> folder_named_by(std::string_view text);

/// How the lines begin that folder_named_by() knows.
std::vector<std::string_view> beginnings_of_folder_lines();

/// The folders of one text; bounded.
class NamedFolders {
 public:
  /// A folder within one that is known already says nothing new.
  void add(NamedFolder folder);

  /// The most certain first.
  std::vector<std::string> take();

 private:
  std::vector<NamedFolder> folders_;
};

}  // namespace regreen
