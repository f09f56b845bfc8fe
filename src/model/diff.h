#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

enum class LineChange { kept, removed, added };

/// A line of one side, with its '\n' where it has one. Borrows the text it came from.
struct DiffLine {
  LineChange change;
  std::string_view text;
};

/// A shortest line diff (Myers 1986, linear search); where it would cost too much, the differing middle as a whole.
std::vector<DiffLine> diff_lines(std::string_view before, std::string_view after);

/// The hunks of a unified diff with three lines of context, "\ No newline at end of file" included.
std::string diff_hunks(std::string_view before, std::string_view after);

}  // namespace regreen
