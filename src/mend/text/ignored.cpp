#include "mend/text/ignored.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <array>

namespace regreen {

bool is_ignored(const Tree& tree, std::string_view folder) {
  const auto text = tree.read(".gitignore").value_or("");
  for (const auto line : split_lines(text)) {
    auto pattern = trim(line);
    if (pattern.empty() || pattern[0] == '#' || pattern[0] == '!') continue;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.ends_with('*')) pattern.remove_suffix(1);
    if (pattern.ends_with('/')) pattern.remove_suffix(1);
    for (auto part = folder; !part.empty(); part = folder_of(part)) {
      if (!pattern.empty() && (glob_matches(pattern, part) || pattern == name_of(part))) return true;
    }
  }
  return false;
}

bool is_build_folder(std::string_view folder) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"dist", "build", "out", "output", "gen", "generated", "target", "coverage", "node_modules", "release"});
  return is_among(name_of(folder), names);
}

bool is_build_product(std::string_view path) {
  for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (is_build_folder(folder)) return true;
  }
  return false;
}

}  // namespace regreen
