#include "mend/go/modules/built_with.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Files of version managers, and the key of the version in them.
constexpr auto version_files = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{".go-version", ""}, {".tool-versions", "golang"}, {"mise.toml", "go"}, {".mise.toml", "go"}});

bool is_yaml(std::string_view path) { return path.ends_with(".yml") || path.ends_with(".yaml"); }

const auto* version_file(std::string_view path) {
  const auto row =
      std::ranges::find(version_files, name_of(path), &std::pair<std::string_view, std::string_view>::first);
  return row == version_files.end() ? nullptr : &*row;
}

bool may_name_a_go(std::string_view path) {
  if (is_vendored(path) || is_aside(path)) return false;
  return is_dockerfile(path) || is_yaml(path) || version_file(path) != nullptr;
}

bool names_a_go(std::string_view path, std::string_view line) {
  if (is_dockerfile(path)) return contains(line, "golang:1.");
  line = trim(line);
  if (const auto* row = version_file(path)) return row->second.empty() || word_at(line, 0) == row->second;
  if (line.starts_with("- ")) line = trim(line.substr(2));
  return contains(line, "go-version") || line.starts_with("go:") || line.starts_with("go_version") ||
         contains(line, "golang:1.") || contains(line, "cimg/go:1.");
}

void add_versions_of(std::string_view line, std::set<long>& minors) {
  for (auto at = line.find("1."); at != npos; at = line.find("1.", at + 1)) {
    const char front = at == 0 ? ' ' : line[at - 1];
    if (is_digit(front) || front == '.' || front == '^' || front == '=' || front == '>') continue;
    if (const auto named = go_minor_of(line.substr(at)); named != 0) minors.insert(named);
  }
}

}  // namespace

long go_minor_of(std::string_view version) {
  if (!version.starts_with("1.")) return 0;
  version.remove_prefix(2);
  std::size_t end = 0;
  while (end < version.size() && is_digit(version[end])) ++end;
  return parse_number(version.substr(0, end)).value_or(0);
}

std::set<long> go_minors_named(const Tree& tree, const std::function<bool(const std::string& path)>& counts) {
  std::set<long> minors;
  for (const auto& path : tree.list()) {
    if (!may_name_a_go(path) || !counts(path)) continue;
    const auto text = tree.read(path).value_or("");
    bool listed = false;  // below `go:`
    for (const auto line : split_lines(text)) {
      const auto words = trim(line);
      const bool is_item = words.starts_with("- ");
      if (!is_item) listed = words.ends_with(':') && names_a_go(path, line);
      if (names_a_go(path, line) || (is_item && listed)) add_versions_of(line, minors);
    }
  }
  return minors;
}

}  // namespace regreen
