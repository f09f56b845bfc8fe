#include "mend/python/unread_settings.h"

#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

/// A file of settings in the order in which pytest looks, the section that it reads there, and names that people give it instead.
/// pytest 9 reads [tool.pytest] as well.
struct Home {
  std::string_view file, read;
  std::array<std::string_view, 3> unread;
};
constexpr auto homes = std::to_array<Home>({
    {"pytest.ini", "pytest", {"tool:pytest", "tool.pytest", "tool.pytest.ini_options"}},
    {".pytest.ini", "pytest", {"tool:pytest", "tool.pytest", "tool.pytest.ini_options"}},
    {"pyproject.toml", "tool.pytest.ini_options", {"tool.pytest", "pytest", "tool.pytest.ini-options"}},
    {"tox.ini", "pytest", {"tool:pytest", "tool.pytest", "tool.pytest.ini_options"}},
    {"setup.cfg", "tool:pytest", {"tool.pytest", "tool:pytest.ini_options", "tool.pytest.ini_options"}},
});

/// A section of a file: where the name in its brackets stands, and its lines.
struct Section {
  std::size_t offset = 0, first = 0, last = 0;
};

std::optional<Section> section_of(const Lines& lines, std::string_view name) {
  std::optional<Section> found;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!line.starts_with('[')) continue;
    if (found) return found;
    const auto inner = line.substr(1, line.find(']') - 1);
    if (trim(inner) == name) found = {lines.begin(number) + line.find(name), number + 1, lines.count()};
  }
  return found;
}

bool has_key(const Lines& lines, const Section& section, std::span<const std::string_view> keys) {
  for (auto number = section.first; number <= section.last && !lines.line(number).starts_with('['); ++number) {
    const auto line = lines.line(number);
    const auto key = trim(line.substr(0, line.find('=')));
    if (contains(line, "=") && std::ranges::find(keys, key) != keys.end()) return true;
  }
  return false;
}

// pytest.ini counts even where it is empty.
bool is_read(const Home& home, std::string_view text) {
  return home.file.ends_with("pytest.ini") || section_of(Lines(text), home.read);
}

}  // namespace

bool read_pytest_table(Draft& draft, std::span<const std::string_view> keys) {
  std::optional<std::pair<std::string, Edit>> found;
  for (const auto& home : homes) {
    const auto text = draft.read(home.file);
    if (!text) continue;
    const Lines lines(*text);
    for (const auto name : home.unread) {
      const auto section = section_of(lines, name);
      if (!section || !has_key(lines, *section, keys) || section_of(lines, home.read)) continue;
      if (found) return false;
      found = {std::string(home.file), {section->offset, name.size(), std::string(home.read)}};
    }
    const bool is_own = found && found->first == home.file;
    if (!is_own && is_read(home, *text)) return false;
  }
  return found && draft.edit(found->first, {found->second});
}

}  // namespace regreen
