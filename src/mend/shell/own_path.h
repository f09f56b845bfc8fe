#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A path that a script counts from its own folder: `"$here/lib/log.sh"`, `$(dirname "$0")/../lib/log.sh`.
struct OwnPath {
  std::string base;        ///< what the expression in front leads to, seen from the script's folder: "" or ".."
  std::string variable;    ///< whose value that is; "" where the expression stands in the path itself
  std::size_t begin = 0;   ///< of the expression in the text
  std::size_t offset = 0;  ///< of `tail` in the text
  std::string tail;        ///< "lib/log.sh"
};

/// What the expressions of a script lead to. Looks up each variable once; borrows the text.
class OwnFolders {
 public:
  explicit OwnFolders(std::string_view text) : text_(text) {}

  /// The paths of that kind on a line of the script. `begin` is where the line begins in the text.
  std::vector<OwnPath> paths_on(std::string_view line, std::size_t begin);

 private:
  std::optional<std::string> led_to(std::string_view expression, int values);
  std::optional<std::string> of_variable(std::string_view name, int values);

  std::string_view text_;
  std::map<std::string, std::optional<std::string>, std::less<>> variables_;
};

}  // namespace regreen
