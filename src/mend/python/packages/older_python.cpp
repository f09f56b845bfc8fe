#include "mend/python/packages/older_python.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"
#include "mend/python/packages/requirement_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto manifests = std::to_array<std::string_view>({"pyproject.toml", "setup.cfg", "setup.py", "Pipfile"});

// 11 of "<3.11", "<3.11.0", "<=3.10", "<=3.11.0a6"; nothing where it lies between two releases of one minor version.
std::optional<long> upper_bound(std::string_view condition) {
  const bool is_closed = condition.starts_with("<=");
  const auto version = condition.substr(std::min<std::size_t>(is_closed ? 2 : 1, condition.size()));
  const auto minor = minor_of(version);
  if (!condition.starts_with('<') || !minor || version.find_first_not_of("0123456789.ab") != std::string_view::npos)
    return std::nullopt;
  const auto release = version.find('.', 2);
  if (release == std::string_view::npos) return *minor + (is_closed ? 1 : 0);
  const auto rest = version.substr(release);
  const bool is_before_first = is_closed ? rest.starts_with(".0a") || rest.starts_with(".0b") : rest == ".0";
  return is_before_first ? minor : std::nullopt;
}

// 11 of ">=3.8,<3.11"; nothing where another version matters as well.
std::optional<long> bound_of(std::string_view range) {
  std::optional<long> bound;
  for (const auto part : split(range, ',')) {
    const auto one = trim(part);
    if (one.starts_with('>')) continue;
    const auto minor = upper_bound(one);
    if (!minor || bound) return std::nullopt;
    bound = minor;
  }
  return bound;
}

// The same of a marker: `; python_version >= "3.8" and (python_version < "3.11")`
std::optional<long> bound_of_marker(std::string_view marker) {
  std::string text(marker);
  std::erase_if(text, [](char c) { return contains("\"'(); ", std::string_view(&c, 1)); });
  if (text.empty() || contains(text, "or")) return std::nullopt;
  text =
      replace_all(replace_all(text, "python_full_version", "python_version"), "andpython_version", ",python_version");
  return contains(text, "python_version") ? bound_of(replace_all(text, "python_version", "")) : std::nullopt;
}

// "<3.11" of `python="<3.11"`, where the key stands in the text.
std::string_view quoted_behind(std::string_view text, std::string_view key) {
  const auto at = text.find(key);
  if (at == std::string_view::npos || at + key.size() + 1 >= text.size()) return "";
  const auto begin = at + key.size();
  return text.substr(begin + 1, text.find(text[begin], begin + 1) - begin - 1);
}

// Poetry's `tomli = { version = "^2", python = "<3.11" }`
std::vector<std::optional<long>> bounds_of_keys(std::string_view manifest, std::string_view package) {
  std::vector<std::optional<long>> bounds;
  bool is_poetry = false;
  for (const auto line : split_lines(manifest)) {
    if (line.starts_with('[')) is_poetry = line.starts_with("[tool.poetry.") && contains(line, "dependencies]");
    const auto equals = line.find('=');
    const auto name = trim(line.substr(0, equals));
    if (!is_poetry || equals == std::string_view::npos || normalized_package(name) != normalized_package(package))
      continue;
    const auto value = replace_all(std::string(trim(line.substr(equals + 1))), " ", "");
    const auto first = quoted_behind(value, "{python="),
               range = first.empty() ? quoted_behind(value, ",python=") : first;
    const auto marker = quoted_behind(value, "markers=");
    bounds.push_back(!marker.empty() ? bound_of_marker(marker) : bound_of(range));
  }
  return bounds;
}

}  // namespace

std::string python_project_of(const Tree& tree, std::string_view file) {
  for (auto folder = folder_of(file);; folder = folder_of(folder)) {
    const auto has = [&](auto name) { return tree.has(path_in(folder, name)); };
    if (folder.empty() || std::ranges::any_of(manifests, has)) return std::string(folder);
  }
}

std::optional<long> older_python_bound(const Tree& tree, std::string_view project, std::string_view package) {
  std::set<std::optional<long>> bounds;
  for (const auto& one : requirements_of(tree, package)) {
    if (python_project_of(tree, one.file) == project)
      bounds.insert(bound_of_marker(parts_of_requirement(one.text).marker));
  }
  for (const auto& bound : bounds_of_keys(tree.read(path_in(project, "pyproject.toml")).value_or(""), package))
    bounds.insert(bound);
  return bounds.size() == 1 ? *bounds.begin() : std::nullopt;
}

}  // namespace regreen
