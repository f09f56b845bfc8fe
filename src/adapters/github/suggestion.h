#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Lines of a file, both ends included, counted from 1.
struct LineRange {
  std::size_t first = 1, last = 1;

  bool operator==(const LineRange&) const = default;
};

/// Lines of a pull request's file, and what they are to be, as GitHub takes it: people commit it with a click.
struct Suggestion {
  std::string path;
  LineRange lines;
  std::string text;  ///< Markdown: a block "suggestion" that nothing in it can close
};

/// The lines of the new file that a patch ("@@ -1,2 +3,4 @@ …") shows, hunk by hunk: only they can be commented on.
std::vector<LineRange> shown_lines(std::string_view patch);

/// The whole of a change as suggestions, each within one hunk that is shown. Nothing where it cannot be said so: lines that are not
/// shown, a new, removed or other kind of file, the end of a file without a line end, text that is not plain.
std::optional<std::vector<Suggestion>> suggestions_for(const FileChange& change, std::span<const LineRange> shown);

}  // namespace regreen
