#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// How a file says what a check leaves out: it is a list of it, or under keys.
enum class ExclusionForm { none, list, toml, ini, line };

/// The form of a file that leaves things out of checks, by its name: ".prettierignore", "pyproject.toml", "eslint.config.js".
ExclusionForm exclusion_form(std::string_view path);

/// What one file of settings leaves out of checks; what it leaves out of packages is another matter. Borrows the text.
class Exclusions {
 public:
  Exclusions(std::string_view path, std::string_view text);

  /// The paths that are left out.
  std::set<std::string> paths() const;

  /// Where a path is left out as a whole, with all that lies below.
  std::vector<std::size_t> spots(std::string_view path) const;

 private:
  bool leaves_out(std::size_t at) const;
  void read_toml(bool is_of_one_tool);
  void read_ini();
  void read_lines(bool are_all);

  std::string_view text_;
  std::vector<std::pair<std::size_t, std::size_t>> parts_;  ///< begin and end of what leaves out, in reading order
};

}  // namespace regreen
