#include "mend/python/tests/unread_settings.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regreen {
namespace {

/// A file of settings in the order in which pytest looks, the section that it reads there, and names that people give it instead.
/// pytest 9 reads [tool.pytest] as well: there a value of it is not missed.
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

// What only adds to a run of the tests, beside the key that is missed, and the words of `addopts` that do.
constexpr auto harmless_keys = std::to_array<std::string_view>(
    {"markers", "asyncio_mode", "asyncio_default_fixture_loop_scope", "required_plugins"});
constexpr auto harmless_words =
    std::to_array<std::string_view>({"--strict-markers", "--strict-config", "-q", "-v", "-ra", "-rA"});

/// A section of a file: where the name in its brackets stands, and its lines.
struct Section {
  std::size_t offset = 0, first = 0, last = 0;
};

std::optional<Section> section_of(const Lines& lines, std::string_view name) {
  std::optional<Section> found;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!line.starts_with('[')) continue;
    if (found) {
      found->last = number - 1;
      return found;
    }
    const auto inner = line.substr(1, line.find(']') - 1);
    if (trim(inner) == name) found = {lines.begin(number) + line.find(name), number + 1, lines.count()};
  }
  return found;
}

/// A key of a section, and the lines of its value.
struct Setting {
  std::string key;
  std::vector<std::string_view> lines;
};

bool is_key(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is(c, word); });
}

// Nothing where a line is neither a plain key nor part of the value above.
std::optional<std::vector<Setting>> settings_of_ini(const Lines& lines, const Section& section) {
  std::vector<Setting> all;
  for (auto number = section.first; number <= section.last; ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || contains("#;", trim(line).substr(0, 1))) continue;
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    const auto equals = std::min(line.find('='), line.size());
    const auto key = trim(line.substr(0, equals));
    if (goes_on && !all.empty())
      all.back().lines.push_back(line);
    else if (goes_on || equals == line.size() || !is_key(key))
      return std::nullopt;
    else
      all.push_back({std::string(key), {line.substr(equals + 1)}});
  }
  return all;
}

// Nothing where a key is quoted or dotted, or a table below goes on.
std::optional<std::vector<Setting>> settings_of_toml(std::string_view text, std::string_view name) {
  const TomlText toml(text);
  if (std::ranges::count(toml.tables(), name, &TomlTable::name) != 1) return std::nullopt;
  const auto is_below = [&](const TomlTable& table) { return table.name.starts_with(std::string(name) + "."); };
  if (std::ranges::any_of(toml.tables(), is_below)) return std::nullopt;
  std::vector<Setting> all;
  for (const auto* key : toml.keys_of(name)) {
    if (!is_key(key->name) || !text.substr(key->offset).starts_with(key->name)) return std::nullopt;
    all.push_back({key->name, split(toml.value(*key), '\n')});
    std::erase_if(all.back().lines, [](auto line) { return trim(line).starts_with('#'); });
  }
  return all;
}

std::optional<std::vector<Setting>> settings_of(const Home& home, std::string_view text, std::string_view name,
                                                const Section& section) {
  return home.file.ends_with(".toml") ? settings_of_toml(text, name) : settings_of_ini(Lines(text), section);
}

// Does a line begin with the value, or hold a text that does? What follows it there is no part of a name.
bool says(std::string_view line, std::string_view value) {
  const auto is_front = [&](std::string_view text) {
    return text.starts_with(value) && (text.size() == value.size() || !is(text[value.size()], dashed));
  };
  if (is_front(trim(line))) return true;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if ((line[at] == '"' || line[at] == '\'') && is_front(line.substr(at + 1))) return true;
  }
  return false;
}

bool says(const std::vector<Setting>& settings, std::string_view key, std::string_view value) {
  return std::ranges::any_of(settings, [&](const auto& one) {
    return one.key == key && std::ranges::any_of(one.lines, [&](auto line) { return says(line, value); });
  });
}

// The words of a value, without the quotes and brackets that TOML puts around them.
std::vector<std::string> words_of(const Setting& one) {
  std::vector<std::string> all;
  for (const auto line : one.lines) {
    std::string words(line);
    std::ranges::replace_if(
        words, [](char c) { return contains("\t\r\"',[]", std::string_view(&c, 1)); }, ' ');
    for (const auto word : split(words, ' ')) {
      if (!word.empty()) all.emplace_back(word);
    }
  }
  return all;
}

// Does a file hold tests that pytest finds by itself, or make others be found?
bool is_found_by_name(const Tree& tree, std::string_view path) {
  const auto name = name_of(path);
  if (name == "conftest.py") return contains(tree.read(path).value_or(""), "pytest_collect");
  if (name.starts_with("test") && name.ends_with(".txt")) return contains(tree.read(path).value_or(""), ">>>");
  return name.ends_with(".py") && (name.starts_with("test_") || name.ends_with("_test.py"));
}

// Do all tests lie in the folders, so that none is left out where only they are looked into?
bool hold_all_tests(const Tree& tree, std::span<const std::string> folders) {
  const auto is_inside = [&](std::string_view path) {
    return std::ranges::any_of(folders, [&](const auto& written) {
      const auto folder = resolved(written);
      return folder && path.starts_with(*folder + "/");
    });
  };
  return std::ranges::all_of(tree.list(),
                             [&](const auto& path) { return is_inside(path) || !is_found_by_name(tree, path); });
}

bool is_harmless(const Tree& tree, const Setting& one, std::string_view missed) {
  if (one.key == missed) return true;
  if (one.key == "testpaths") return hold_all_tests(tree, words_of(one));
  if (one.key != "addopts") return is_among(one.key, harmless_keys);
  return std::ranges::all_of(words_of(one), [](const auto& word) { return is_among(word, harmless_words); });
}

// pytest.ini counts even where it is empty.
bool is_read(const Home& home, std::string_view text) {
  if (home.file.ends_with(".toml")) return TomlText(text).find_table(home.read) != nullptr;
  return home.file.ends_with("pytest.ini") || section_of(Lines(text), home.read);
}

}  // namespace

UnreadTable read_pytest_table(const Tree& tree, Draft& draft, std::string_view key, std::string_view value) {
  std::optional<std::pair<std::string, Edit>> found;
  bool is_all_harmless = true;
  for (const auto& home : homes) {
    const auto text = draft.read(home.file);
    if (!text) continue;
    const Lines lines(*text);
    for (const auto name : home.unread) {
      const auto section = section_of(lines, name);
      if (!section || section_of(lines, home.read)) continue;
      if (home.file.ends_with(".toml") && is_read(home, *text)) continue;
      const auto known = settings_of(home, *text, name, *section);
      if (!known) return UnreadTable::left;
      const auto& settings = *known;
      if (!says(settings, key, value)) continue;
      if (found) return UnreadTable::left;
      found = {std::string(home.file), {section->offset, name.size(), std::string(home.read)}};
      is_all_harmless = std::ranges::all_of(settings, [&](const auto& one) { return is_harmless(tree, one, key); });
    }
    const bool is_own = found && found->first == home.file;
    if (!is_own && is_read(home, *text)) return UnreadTable::none;
  }
  if (!found) return UnreadTable::none;
  return is_all_harmless && draft.edit(found->first, {found->second}) ? UnreadTable::renamed : UnreadTable::left;
}

}  // namespace regreen
