#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A path that a script counts from its own folder: `"$here/lib/log.sh"`, `$(dirname "$0")/../lib/log.sh`.
struct OwnPath {
  std::string base;        ///< what the expression in front leads to, seen from the script's folder: "" or ".."
  std::string variable;    ///< whose value that is; "" where the expression stands in the path itself
  std::size_t offset = 0;  ///< of `tail` in the text
  std::string tail;        ///< "lib/log.sh"
};

/// The paths of that kind on a line of a script. `begin` is where the line begins in the text.
std::vector<OwnPath> own_paths_on(std::string_view text, std::string_view line, std::size_t begin);

/// Where an expression for a folder leads to, seen from the folder of the script that it stands in: "" of
/// `$(cd "$(dirname "$0")" && pwd)`, ".." of `$(dirname "$0")/..`. Nothing for what depends on where the script is called.
std::optional<std::string> from_own_folder(std::string_view text, std::string_view expression);

}  // namespace regreen
