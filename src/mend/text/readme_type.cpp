#include "mend/text/readme_type.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

/// A language of descriptions, by the endings of its files.
struct DescriptionType {
  std::string_view ending, type;
};
constexpr auto types = std::to_array<DescriptionType>(
    {{".md", "text/markdown"}, {".markdown", "text/markdown"}, {".rst", "text/x-rst"}, {".txt", "text/plain"}});

constexpr auto keys = std::to_array<std::string_view>({"long_description_content_type", "content-type"});

std::string_view ending_of(std::string_view path) {
  const auto name = name_of(path);
  return name.substr(std::min(name.rfind('.'), name.size()));
}

std::string_view type_of(std::string_view path) {
  const auto row = std::ranges::find(types, ending_of(path), &DescriptionType::ending);
  return row == types.end() ? std::string_view() : row->type;
}

bool describes(std::string_view line) {
  const bool is_type = std::ranges::any_of(keys, [&](auto key) { return trim(line).starts_with(key); });
  return !is_type && (contains(line, "long_description") || contains(line, "readme"));
}

// Is the file what describes the package, and the only one that does? A readme may stand beside the word that says so.
bool is_description(std::string_view text, std::string_view path) {
  const auto lines = split_lines(text);
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!contains(lines[i], path)) continue;
    const auto rest = replace_all(std::string(lines[i]), std::string(path), "");
    if (std::ranges::any_of(types, [&](const auto& one) { return contains(rest, one.ending); })) return false;
    const bool is_beside = lower(name_of(path)).starts_with("readme") &&
                           ((i > 0 && describes(lines[i - 1])) || (i + 1 < lines.size() && describes(lines[i + 1])));
    if (describes(lines[i]) || is_beside) ++found;
  }
  return found == 1;
}

}  // namespace

std::optional<Edit> type_of_readme(std::string_view metadata, std::string_view text, std::string_view path,
                                   std::string_view meant) {
  static constexpr auto homes = std::to_array<std::string_view>({"setup.cfg", "setup.py", "pyproject.toml"});
  const auto was = type_of(path), is = type_of(meant);
  if (!is_among(name_of(metadata), homes) || was.empty() || is.empty() || was == is) return std::nullopt;
  if (!is_description(text, path)) return std::nullopt;
  for (const auto key : keys) {
    const auto at = text.find(key);
    if (at == std::string_view::npos || text.find(key, at + 1) != std::string_view::npos) continue;
    const auto value = text.find_first_not_of(" =\t\"'", at + key.size());
    if (value == std::string_view::npos || !text.substr(value).starts_with(was)) return std::nullopt;
    return Edit{value, was.size(), std::string(is)};
  }
  return std::nullopt;
}

}  // namespace regreen
