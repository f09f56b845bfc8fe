#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Whom GitHub asks about a change, as a repository's CODEOWNERS file has it. The last pattern that fits a file counts; one
/// without names leaves the file to everybody.
class Owners {
 public:
  /// Lines that are no patterns, and patterns of a form that GitHub does not know (`!`, `[a-z]`), own nothing.
  static Owners parse(std::string_view text);

  /// "@team", "ada@example.org"; none where the file is everybody's.
  std::vector<std::string> of(std::string_view path) const;

 private:
  struct Line {
    std::string pattern;
    std::vector<std::string> names;
  };
  std::vector<Line> lines_;
};

/// Where the file may lie; the first that is there counts.
inline constexpr std::string_view owners_files[] = {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"};

}  // namespace regreen
