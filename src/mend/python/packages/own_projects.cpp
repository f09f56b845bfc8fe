#include "mend/python/packages/own_projects.h"

#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/manifest.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace regreen {
namespace {

bool is_below(std::string_view path, const std::string& folder) {
  return folder.empty() || path.starts_with(folder + "/");
}

// "src/mapreel/__init__.py" and "src/mapreel.py" → "mapreel"; "" for what is in a package, and for scripts and tests at the top,
// which nobody installs.
std::string import_name(std::string_view path, const std::string& project) {
  constexpr std::string_view init = "/__init__.py", ending = ".py";
  const bool is_in_src = path.starts_with("src/"), is_package = path.ends_with(init);
  if (is_in_src) path.remove_prefix(4);
  path.remove_suffix(is_package ? init.size() : ending.size());
  if (contains(path, "/") || is_aside(std::string(path) + "/")) return "";
  auto name = normalized_package(path);
  return is_in_src || is_package || name == normalized_package(project) ? name : "";
}

}  // namespace

std::vector<OwnProject> own_projects(const Tree& tree) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    const auto name = name_of(path);
    const bool is_manifest = name == "pyproject.toml" || name == "setup.cfg" || name == "setup.py";
    if (is_manifest && !is_vendored(path)) folders.emplace(folder_of(path));
  }
  std::vector<OwnProject> projects;
  for (const auto& folder : folders) {
    const auto said = folder.empty() ? said_of(tree, package_name) : said_of(FolderTree(tree, folder), package_name);
    if (!said.empty() && is_package_name(said.front().text)) projects.push_back({folder, said.front().text});
  }
  return projects;
}

bool has_import_package(const Tree& tree, const OwnProject& project, const std::string& normalized) {
  const auto front = project.folder.empty() ? 0 : project.folder.size() + 1;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    return path.ends_with(".py") && is_below(path, project.folder) &&
           import_name(std::string_view(path).substr(front), project.name) == normalized;
  });
}

}  // namespace regreen
