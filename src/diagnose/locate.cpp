#include "diagnose/locate.h"

#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <ranges>

namespace regreen {
namespace {

constexpr std::size_t locations_max = 8;

void add(std::vector<Location>& locations, const std::optional<Location>& place) {
  if (!place || locations.size() >= locations_max) return;
  const bool known = std::ranges::any_of(locations, [&](const Location& one) {
    return one.file == place->file && (one.line == place->line || place->line == 0);
  });
  if (!known) locations.push_back(*place);
}

std::string_view value_of(const Captures& captures, std::string_view name) {
  const auto found = captures.find(name);
  return found == captures.end() ? std::string_view() : std::string_view(found->second);
}

bool is_indented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

// The file whose findings stand below its name, as ESLint, stylelint and yamllint list them: "  10:5  error  ...".
std::string_view heading_of(const std::vector<std::string>& before, std::string_view line) {
  if (!is_indented(line)) return {};
  for (const std::string_view text : before | std::views::reverse) {
    if (text.empty()) return {};
    if (is_indented(text)) continue;
    return contains(text, " ") || !contains(text, ".") ? std::string_view() : text;
  }
  return {};
}

}  // namespace

std::vector<Location> mentioned_files(const std::string& line, const Checkouts& checkouts) {
  static const RE2 path(
      R"re((?:^|[\s'"`(])((?:[A-Za-z]:(?:[/\\][\w.@+-]+)+|/?(?:[\w.@+-]+/)+[\w.@+-]*)\.\w+)(?::(\d+))?)re",
      RE2::Latin1);
  std::vector<Location> locations;
  re2::StringPiece rest(line), file, number;
  while (RE2::FindAndConsume(&rest, path, &file, &number)) add(locations, own_place(file, number, "", checkouts));
  std::erase_if(locations, [](const Location& one) { return one.file.starts_with('/') || contains(one.file, ":"); });
  return locations;
}

std::vector<Location> locate(const Captures& captures, const std::vector<std::string>& before, const std::string& line,
                             const std::vector<std::string>& after, PlaceReader& places) {
  std::vector<Location> locations;
  if (const auto file = value_of(captures, "file"); !file.empty()) {
    add(locations, own_place(file, value_of(captures, "line"), value_of(captures, "column"), places.checkouts()));
  }
  if (const auto row = value_of(captures, "line"); locations.empty() && !row.empty()) {
    if (const auto file = heading_of(before, line); !file.empty())
      add(locations, own_place(file, row, value_of(captures, "column"), places.checkouts()));
  }
  const auto look_at = [&](const std::string& text) {
    if (locations.size() < locations_max) add(locations, places.place_on(text));
  };
  look_at(line);
  // A stack trace above the message ends at the failing place; what stands below it begins there.
  for (const auto& text : before | std::views::reverse) look_at(text);
  for (const auto& text : after) look_at(text);
  return locations;
}

}  // namespace regreen
