#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Where the repository lay on the machine that printed a log: the folders that the log names, and those into which CI
/// systems and containers are known to put one.
class Checkouts {
 public:
  Checkouts() = default;
  explicit Checkouts(std::vector<std::string> named);

  /// A path as a log prints it, made relative to the repository where that is known; '\' becomes '/'. Another absolute
  /// path stays as it is.
  std::string relative(std::string_view printed) const;

  /// A text in which all paths within the repository are made relative; a path that is the repository's folder itself
  /// stays.
  std::string shown(std::string_view text) const;

 private:
  std::string without_folder(std::string path) const;

  std::vector<std::string> named_;  // with a '/' at the end
};

}  // namespace regreen
