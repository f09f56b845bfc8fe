// Where setuptools looks for packages, which is the top folder unless `where` says otherwise:
//
//   [tool.setuptools.packages.find]      →  [tool.setuptools.packages.find]
//   where = ["."]                           where = ["src"]

#include "mend/python/package_home.h"

#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/project.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr std::string_view table_of_find = "tool.setuptools.packages.find";

// Does the folder itself hold a package? Tests are none that anybody installs.
bool holds_packages(const Tree& tree, std::string_view folder) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto package = folder_of(path);
    return name_of(path) == "__init__.py" && !package.empty() && folder_of(package) == folder && !is_test_file(path);
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
    return holds_packages(tree, "") ? std::vector<Edit>{}
                                    : std::vector{toml.add_key(*find, "where", "[\"" + home + "\"]")};
  const auto list = read_string_list(pyproject, where->value);
  if (!list || list->items.size() != 1) return {};
  const auto& old = list->items.front();
  const bool is_top = old.value.empty() || old.value == "." || old.value == "./";
  const auto known = is_top ? std::optional<std::string>("") : resolved(old.value);
  if (!known || *known == home || holds_packages(tree, *known)) return {};
  return {{old.offset + 1, old.value.size(), home}};
}

}  // namespace regreen
