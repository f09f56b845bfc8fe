#include "model/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace regreen {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context_lines = 3;
constexpr std::ptrdiff_t greatest_distance = 4000;  // edits; the search keeps this many squared steps at worst

Lines lines_with_ends(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Myers' greedy search. On the edit graph, x runs over `a`, y over `b`, diagonal k = x - y. `reach[k]` is the furthest
// x on diagonal k with d edits; the trace of all rounds is walked back to the path. Cost O((n + m) d) time, O(d²) memory.
class Search {
 public:
  Search(const Lines& a, const Lines& b) : a_(a), b_(b), n_(std::ssize(a)), m_(std::ssize(b)) {}

  // The number of edits, or -1 where there are more than we are willing to look for.
  std::ptrdiff_t run() {
    const std::ptrdiff_t limit = std::min(n_ + m_, greatest_distance);
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * limit + 3), 0);
    const std::ptrdiff_t middle = limit + 1;
    const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& { return reach[static_cast<std::size_t>(middle + k)]; };
    for (std::ptrdiff_t d = 0; d <= limit; ++d) {
      trace_.emplace_back(reach.begin() + (middle - d - 1), reach.begin() + (middle + d + 2));
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
        while (x < n_ && x - k < m_ && line(a_, x) == line(b_, x - k)) ++x;
        at(k) = x;
        if (x >= n_ && x - k >= m_) return d;
      }
    }
    return -1;
  }

  std::vector<DiffLine> path(std::ptrdiff_t d) const {
    std::vector<DiffLine> reversed;
    std::ptrdiff_t x = n_, y = m_;
    for (; d >= 0; --d) {
      const auto& reach = trace_[static_cast<std::size_t>(d)];
      const auto at = [&](std::ptrdiff_t k) { return reach[static_cast<std::size_t>(k + d + 1)]; };
      const std::ptrdiff_t k = x - y;
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      const std::ptrdiff_t from_k = down ? k + 1 : k - 1;
      const std::ptrdiff_t from_x = d == 0 ? 0 : at(from_k);
      const std::ptrdiff_t from_y = d == 0 ? 0 : from_x - from_k;
      while (x > from_x && y > from_y) reversed.push_back({LineChange::kept, line(a_, --x)}), --y;
      if (d == 0) break;
      if (down) {
        reversed.push_back({LineChange::added, line(b_, --y)});
      } else {
        reversed.push_back({LineChange::removed, line(a_, --x)});
      }
    }
    return {reversed.rbegin(), reversed.rend()};
  }

 private:
  static std::string_view line(const Lines& lines, std::ptrdiff_t i) { return lines[static_cast<std::size_t>(i)]; }

  const Lines& a_;
  const Lines& b_;
  std::ptrdiff_t n_, m_;
  std::vector<std::vector<std::ptrdiff_t>> trace_;
};

std::vector<DiffLine> diff_middle(const Lines& a, const Lines& b) {
  Search search(a, b);
  const auto distance = search.run();
  if (distance >= 0) return search.path(distance);
  std::vector<DiffLine> whole;
  for (const auto text : a) whole.push_back({LineChange::removed, text});
  for (const auto text : b) whole.push_back({LineChange::added, text});
  return whole;
}

std::string shown(const DiffLine& line) {
  constexpr std::string_view marks = " -+";
  std::string text(1, marks[static_cast<std::size_t>(line.change)]);
  text += line.text;
  if (!line.text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  return text;
}

// "12,3", "12" for one line; where a side has no line the number of the line before, as diff(1) counts.
std::string range(std::size_t start, std::size_t count) {
  if (count == 1) return fmt::format("{}", start);
  return fmt::format("{},{}", count == 0 ? start - 1 : start, count);
}

}  // namespace

std::vector<DiffLine> diff_lines(std::string_view before, std::string_view after) {
  Lines a = lines_with_ends(before), b = lines_with_ends(after);
  const auto same = std::ranges::mismatch(a, b);
  const auto head = static_cast<std::size_t>(same.in1 - a.begin());
  std::size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::vector<DiffLine> result;
  for (std::size_t i = 0; i < head; ++i) result.push_back({LineChange::kept, a[i]});
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  const Lines from = middle(a), to = middle(b);
  for (const auto& line : diff_middle(from, to)) result.push_back(line);
  for (std::size_t i = a.size() - tail; i < a.size(); ++i) result.push_back({LineChange::kept, a[i]});
  return result;
}

std::string diff_hunks(std::string_view before, std::string_view after) {
  const auto lines = diff_lines(before, after);
  const auto changed = [](const DiffLine& line) { return line.change != LineChange::kept; };
  std::string text;
  std::size_t i = 0, line_a = 1, line_b = 1;
  const auto step = [&](const DiffLine& line) {
    line_a += line.change != LineChange::added;
    line_b += line.change != LineChange::removed;
  };
  while (i < lines.size()) {
    std::size_t first = i;
    while (first < lines.size() && !changed(lines[first])) ++first;
    if (first == lines.size()) break;
    const std::size_t begin = std::max(i, first - std::min(first, context_lines));
    std::size_t end = first + 1;  // behind the last line of the hunk: context on both sides may touch the next change
    for (std::size_t quiet = 0; end < lines.size() && quiet <= 2 * context_lines; ++end) {
      quiet = changed(lines[end]) ? 0 : quiet + 1;
    }
    std::size_t last = end;
    while (!changed(lines[last - 1])) --last;
    end = std::min(last + context_lines, lines.size());
    for (; i < begin; ++i) step(lines[i]);
    const std::size_t start_a = line_a, start_b = line_b;
    std::string body;
    for (; i < end; ++i) {
      body += shown(lines[i]);
      step(lines[i]);
    }
    text += fmt::format("@@ -{} +{} @@\n{}", range(start_a, line_a - start_a), range(start_b, line_b - start_b), body);
  }
  return text;
}

}  // namespace regreen
