#include "mend/format/yaml_tabs.h"

#include "base/text.h"
#include "mend/format/yaml_check.h"
#include "model/patch.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace regreen {
namespace {

constexpr auto everything = std::numeric_limits<std::size_t>::max();

/// A text with tabs of one width, and the line to which it makes sense.
struct Reading {
  std::string text;
  std::size_t last = everything;
};

std::string in_blanks(std::string_view front, std::size_t width) {
  std::size_t column = 0;
  for (const char c : front) column = c == '\t' ? (column / width + 1) * width : column + 1;
  return std::string(column, ' ');
}

// An editor that writes tabs for blanks leaves fewer of these behind than a tab is wide.
bool may_be_so_wide(std::string_view front, std::size_t width) { return front.size() - 1 - front.rfind('\t') < width; }

// Of the other lines, those that begin with a tab: behind blanks it may be part of a text.
std::optional<std::string> with_tabs_of(std::size_t width, std::string_view text, std::size_t mistake) {
  const Lines lines(text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number), front = indentation(line);
    const bool is_meant = number == mistake ? contains(front, "\t") : front.starts_with('\t') && !trim(line).empty();
    if (!is_meant) continue;
    if (!may_be_so_wide(front, width)) return std::nullopt;
    edits.push_back({lines.begin(number), front.size(), in_blanks(front, width)});
  }
  auto after = apply_edits(text, std::move(edits));
  return after ? std::optional(std::move(*after)) : std::nullopt;
}

std::string_view up_to(std::string_view text, std::size_t line) {
  const Lines lines(text);
  return lines.has(line + 1) ? text.substr(0, lines.begin(line + 1)) : text;
}

bool mean_the_same(const Reading& one, const Reading& other) {
  const auto last = std::min(one.last, other.last);
  if (last == everything) return same_yaml(one.text, other.text);
  return same_yaml(up_to(one.text, last), up_to(other.text, last));
}

}  // namespace

std::size_t yaml_step(const Lines& lines) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number), text = trim(line);
    const auto depth = line.find_first_not_of(' ');
    if (depth > 0 && !text.empty() && !text.starts_with('#')) return depth;
  }
  return 2;
}

std::optional<std::string> without_yaml_tabs(std::string_view text, std::size_t line) {
  std::vector<Reading> readings;
  for (const std::size_t width : {yaml_step(Lines(text)), std::size_t{2}, std::size_t{4}, std::size_t{8}}) {
    auto after = with_tabs_of(width, text, line);
    const auto mistake = after ? first_yaml_mistake(*after) : std::nullopt;
    if (!after || (mistake && mistake->line <= line)) continue;
    readings.push_back({std::move(*after), mistake ? mistake->line - 1 : everything});
  }
  const bool is_clear = !readings.empty() && std::ranges::all_of(readings, [&](const Reading& one) {
    return mean_the_same(readings.front(), one);
  });
  return is_clear ? std::optional(std::move(readings.front().text)) : std::nullopt;
}

}  // namespace regreen
