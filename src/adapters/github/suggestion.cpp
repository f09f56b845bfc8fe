#include "adapters/github/suggestion.h"

#include "base/text.h"
#include "model/diff.h"

#include <algorithm>
#include <charconv>

namespace regreen {
namespace {

constexpr std::size_t kept_between = 2;  // lines; so that two insertions never need the same neighbour

// So many lines from `first` on become the text.
struct Replacement {
  std::size_t first = 1, count = 0;
  std::string text;
};

std::vector<Replacement> replacements(std::string_view before, std::string_view after) {
  std::vector<Replacement> found;
  std::string kept;
  std::size_t kept_lines = 0, line = 1;
  for (const auto& one : diff_lines(before, after)) {
    line += one.change != LineChange::added;
    if (one.change == LineChange::kept) {
      kept += one.text;
      ++kept_lines;
      continue;
    }
    if (found.empty() || kept_lines >= kept_between) {
      found.push_back({one.change == LineChange::removed ? line - 1 : line, 0, ""});
    } else {
      found.back().text += kept;
      found.back().count += kept_lines;
    }
    kept.clear();
    kept_lines = 0;
    if (one.change == LineChange::removed) ++found.back().count;
    if (one.change == LineChange::added) found.back().text += one.text;
  }
  return found;
}

bool is_shown(const Replacement& one, std::span<const LineRange> shown) {
  return std::ranges::any_of(shown, [&](const LineRange& range) {
    return range.first <= one.first && one.first + one.count - 1 <= range.last;
  });
}

// What only inserts replaces a neighbour, with itself: the line below, or else the one above.
std::optional<Replacement> anchored(const Replacement& one, const std::vector<std::string_view>& lines,
                                    std::span<const LineRange> shown) {
  if (one.count > 0) return is_shown(one, shown) ? std::optional(one) : std::nullopt;
  if (one.first <= lines.size()) {
    Replacement below{one.first, 1, one.text + std::string(lines[one.first - 1]) + "\n"};
    if (is_shown(below, shown)) return below;
  }
  if (one.first == 1) return std::nullopt;
  Replacement above{one.first - 1, 1, std::string(lines[one.first - 2]) + "\n" + one.text};
  return is_shown(above, shown) ? std::optional(std::move(above)) : std::nullopt;
}

std::string fenced(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max<std::size_t>(longest + 1, 3), '`');
  return fence + "suggestion\n" + std::string(text) + fence;
}

// GitHub has its own way with other line ends, and with a last line that has none.
bool is_plain(std::string_view text) {
  return text.find_first_of(std::string_view("\0\r", 2)) == std::string_view::npos && valid_utf8(text) == text &&
         (text.empty() || text.ends_with('\n'));
}

std::optional<std::size_t> number_at(std::string_view& text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

}  // namespace

std::vector<LineRange> shown_lines(std::string_view patch) {
  std::vector<LineRange> shown;
  for (std::string_view line : split_lines(patch)) {
    const auto plus = line.find(" +");
    if (!line.starts_with("@@ -") || plus == std::string_view::npos) continue;
    line.remove_prefix(plus + 2);
    const auto first = number_at(line);
    std::optional<std::size_t> count = 1;
    if (line.starts_with(',')) {
      line.remove_prefix(1);
      count = number_at(line);
    }
    if (first && count && *first > 0 && *count > 0 && *count < (1U << 30))
      shown.push_back({*first, *first + *count - 1});
  }
  return shown;
}

std::optional<std::vector<Suggestion>> suggestions_for(const FileChange& change, std::span<const LineRange> shown) {
  if (!change.before || !change.after || change.executable_before != change.executable_after) return std::nullopt;
  if (!is_plain(*change.before) || !is_plain(*change.after)) return std::nullopt;
  const auto lines = split_lines(*change.before);
  std::vector<Suggestion> suggestions;
  for (const auto& one : replacements(*change.before, *change.after)) {
    const auto fitting = anchored(one, lines, shown);
    if (!fitting) return std::nullopt;
    suggestions.push_back({change.path, {fitting->first, fitting->first + fitting->count - 1}, fenced(fitting->text)});
  }
  return suggestions;
}

}  // namespace regreen
