#include "mend/format/exclusions.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <span>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Settings {
  std::string_view name;
  ExclusionForm form;
};
constexpr auto all_settings = std::to_array<Settings>({{".prettierignore", ExclusionForm::list},
                                                       {".eslintignore", ExclusionForm::list},
                                                       {".stylelintignore", ExclusionForm::list},
                                                       {".markdownlintignore", ExclusionForm::list},
                                                       {".clang-format-ignore", ExclusionForm::list},
                                                       {"pyproject.toml", ExclusionForm::toml},
                                                       {"ruff.toml", ExclusionForm::toml},
                                                       {".ruff.toml", ExclusionForm::toml},
                                                       {"setup.cfg", ExclusionForm::ini},
                                                       {"tox.ini", ExclusionForm::ini},
                                                       {".flake8", ExclusionForm::ini},
                                                       {".isort.cfg", ExclusionForm::ini},
                                                       {"mypy.ini", ExclusionForm::ini},
                                                       {".mypy.ini", ExclusionForm::ini},
                                                       {".pre-commit-config.yaml", ExclusionForm::line},
                                                       {"eslint.config.js", ExclusionForm::line},
                                                       {"eslint.config.mjs", ExclusionForm::line},
                                                       {".eslintrc.json", ExclusionForm::line}});

constexpr auto excluding = std::to_array<std::string_view>(
    {"exclude", "extend-exclude", "extend_exclude", "force-exclude", "skip", "extend_skip", "skip_glob",
     "extend_skip_glob", "per-file-ignores", "extend-per-file-ignores", "ignores", "ignorePatterns"});

// The tables and sections of checks, among those of packaging: "tool.ruff.lint", "flake8", "pylint.main".
constexpr auto tables = std::to_array<std::string_view>({"tool.black", "tool.codespell", "tool.flake8", "tool.isort",
                                                         "tool.mypy", "tool.pycodestyle", "tool.pydocstyle",
                                                         "tool.pylint", "tool.pyright", "tool.ruff"});
constexpr auto sections = std::to_array<std::string_view>(
    {"flake8", "isort", "mypy", "pycodestyle", "pydocstyle", "pylint", "settings", "tool:isort"});

bool is_of_check(std::string_view table, std::span<const std::string_view> checks) {
  return std::ranges::any_of(checks,
                             [&](auto check) { return table == check || table.starts_with(std::string(check) + "."); });
}

bool is_comment(std::string_view line) {
  return trim(line).starts_with('#') || trim(line).starts_with(';') || trim(line).starts_with("//");
}

// "exclude = …", "  exclude: …", "\"ignorePatterns\": …"
std::string_view key_of(std::string_view line) {
  auto key = trim(line.substr(0, line.find_first_of("=:")));
  while (!key.empty() && contains("\"'{-", key.substr(0, 1))) key = trim(key.substr(1));
  return key.ends_with('"') || key.ends_with('\'') ? key.substr(0, key.size() - 1) : key;
}

bool is_of_path(char c) { return is(c, dashed) || c == '.' || c == '/'; }

// Does a path begin behind it? "**/", "./" and "/" may stand before one.
bool begins(std::string_view front) {
  while (front.ends_with("*/") || front.ends_with("./")) front.remove_suffix(2);
  if (front.ends_with('/')) front.remove_suffix(1);
  return front.empty() || !is_of_path(front.back());
}

std::string_view bare(std::string_view path) {
  while (path.starts_with("./") || path.starts_with('/')) path.remove_prefix(path.find('/') + 1);
  while (path.ends_with('/') || path.ends_with('.')) path.remove_suffix(1);
  return path;
}

}  // namespace

ExclusionForm exclusion_form(std::string_view path) {
  const auto row = std::ranges::find(all_settings, name_of(path), &Settings::name);
  return row == all_settings.end() ? ExclusionForm::none : row->form;
}

Exclusions::Exclusions(std::string_view path, std::string_view text) : text_(text) {
  const auto form = exclusion_form(path);
  if (form == ExclusionForm::toml) read_toml(name_of(path) != "pyproject.toml");
  if (form == ExclusionForm::ini) read_ini();
  if (form == ExclusionForm::list || form == ExclusionForm::line) read_lines(form == ExclusionForm::list);
}

void Exclusions::read_toml(bool is_of_one_tool) {
  const TomlText toml(text_);
  for (const auto& key : toml.keys()) {
    if (!is_of_one_tool && !is_of_check(key.table, tables)) continue;
    if (key.table.ends_with("per-file-ignores")) parts_.emplace_back(key.offset, key.value);
    if (is_among(key.name, excluding)) parts_.emplace_back(key.value, key.value_end);
  }
  std::ranges::sort(parts_);
}

void Exclusions::read_ini() {
  std::string_view section, key;
  for (const auto line : split_lines(text_)) {
    if (trim(line).empty() || is_comment(line)) continue;
    const auto at = static_cast<std::size_t>(line.data() - text_.data());
    if (line.starts_with('[')) section = line.substr(1, line.find(']') - 1);
    if (!is_blank(line[0])) key = line.starts_with('[') ? "" : key_of(line);
    if (is_of_check(section, sections) && is_among(key, excluding)) parts_.emplace_back(at, at + line.size());
  }
}

void Exclusions::read_lines(bool are_all) {
  for (const auto line : split_lines(text_)) {
    const auto at = static_cast<std::size_t>(line.data() - text_.data());
    if (!is_comment(line) && (are_all || is_among(key_of(line), excluding))) parts_.emplace_back(at, at + line.size());
  }
}

std::set<std::string> Exclusions::paths() const {
  std::set<std::string> all;
  for (const auto& [begin, part_end] : parts_) {
    for (auto at = begin; at < part_end;) {
      auto end = at;
      while (end < part_end && is_of_path(text_[end])) ++end;
      if (end > at) all.emplace(bare(text_.substr(at, end - at)));
      at = end + 1;
    }
  }
  return all;
}

std::vector<std::size_t> Exclusions::spots(std::string_view path) const {
  std::vector<std::size_t> spots;
  for (auto at = text_.find(path); at != npos; at = text_.find(path, at + 1)) {
    const auto behind = text_.substr(at + path.size(), 1);
    const bool is_whole = behind.empty() || contains(" \t\r\n,/)]|$:'\"`", behind);
    if (is_whole && begins(text_.substr(0, at)) && leaves_out(at)) spots.push_back(at);
  }
  return spots;
}

bool Exclusions::leaves_out(std::size_t at) const {
  const auto behind = std::ranges::upper_bound(parts_, at, {}, [](const auto& part) { return part.first; });
  if (behind == parts_.begin() || at >= std::prev(behind)->second) return false;
  const auto begin = text_.rfind('\n', at) + 1;
  return !is_comment(text_.substr(begin, text_.find('\n', at) - begin));
}

}  // namespace regreen
