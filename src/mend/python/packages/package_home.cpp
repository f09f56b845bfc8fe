// Where setuptools looks for packages, which is the top folder unless `where` says otherwise:
//
//   [tool.setuptools.packages.find]      →  [tool.setuptools.packages.find]
//   where = ["."]                           where = ["src"]

#include "mend/python/packages/package_home.h"

#include "base/among.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/language/project.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr std::string_view table_of_find = "tool.setuptools.packages.find";

// May setuptools find anything below the folder, but for what moved to its new home? Packages need no __init__.py; tests and what serves the
// work itself are none that anybody installs.
bool holds_packages(const Tree& tree, std::string_view folder, std::string_view home) {
  constexpr auto aside =
      std::to_array<std::string_view>({"doc", "docs", "scripts", "ci", "tools", "examples", "benchmarks"});
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto front = folder.empty() ? "" : std::string(folder) + "/";
    const auto inner = path.starts_with(front) ? std::string_view(path).substr(front.size()) : "";
    const auto top = inner.substr(0, inner.find('/'));
    return path.ends_with(".py") && top.size() < inner.size() && !path.starts_with(std::string(home) + "/") &&
           !is_test_file(path) && !is_among(top, aside);
  });
}

}  // namespace

std::vector<Edit> find_packages_in(const Tree& tree, std::string_view pyproject, std::string_view folder,
                                   std::string_view package) {
  const TomlText toml(pyproject);
  const auto* find = toml.find_table(table_of_find);
  const bool is_there = tree.has(path_in(path_in(folder, package), "__init__.py"));
  if (find == nullptr || !is_there) return {};
  const auto* where = toml.find(table_of_find, "where");
  const std::string home(folder);
  if (where == nullptr)
    return holds_packages(tree, "", home) ? std::vector<Edit>{}
                                          : std::vector{toml.add_key(*find, "where", "[\"" + home + "\"]")};
  const auto list = read_string_list(pyproject, where->value);
  if (!list || list->items.size() != 1) return {};
  const auto& old = list->items.front();
  const bool is_top = old.value.empty() || old.value == "." || old.value == "./";
  const auto known = is_top ? std::optional<std::string>("") : resolved(old.value);
  if (!known || *known == home || holds_packages(tree, *known, home)) return {};
  return {{old.offset + 1, old.value.size(), home}};
}

}  // namespace regreen
