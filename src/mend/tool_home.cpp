#include "mend/tool_home.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

bool has_one(const Tree& tree, std::string_view folder, std::span<const std::string_view> manifests) {
  return std::ranges::any_of(manifests, [&](auto name) { return !name.empty() && tree.has(path_in(folder, name)); });
}

std::string only_home(const Tree& tree, std::span<const std::string_view> manifests) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    const bool is_one = is_among(name_of(path), manifests);
    if (is_one && !is_vendored(path) && !is_aside(path)) folders.emplace(folder_of(path));
  }
  return folders.size() == 1 ? *folders.begin() : "";
}

}  // namespace

std::string_view nearest_home(std::string_view file, const IsHome& is_home) {
  auto folder = folder_of(file);
  while (!folder.empty() && !is_home(folder)) folder = folder_of(folder);
  return folder;
}

std::vector<ToolHome> tool_homes(const std::vector<std::string>& files, const IsHome& is_home) {
  std::map<std::string, bool, std::less<>> known;
  const auto is_known_home = [&](std::string_view folder) {
    const auto found = known.find(folder);
    return found != known.end() ? found->second : known.emplace(folder, is_home(folder)).first->second;
  };
  std::map<std::string, std::vector<std::string>> homes;
  for (const auto& file : files) {
    const auto folder = nearest_home(file, is_known_home);
    homes[std::string(folder)].push_back(folder.empty() ? file : file.substr(folder.size() + 1));
  }
  std::vector<ToolHome> all;
  for (auto& [folder, below] : homes) all.push_back({folder, std::move(below)});
  return all;
}

std::vector<ToolHome> tool_homes(const Tree& tree, const std::vector<std::string>& files,
                                 std::span<const std::string_view> manifests) {
  if (files.empty()) return {{has_one(tree, "", manifests) ? "" : only_home(tree, manifests), {}}};
  return tool_homes(files, [&](std::string_view folder) { return has_one(tree, folder, manifests); });
}

std::string settings_in(const Tree& tree, std::string_view folder, std::span<const SettingsFile> settings) {
  for (const auto& one : settings) {
    auto path = path_in(folder, one.name);
    if (tree.has(path) && contains(tree.read(path).value_or(""), one.mark)) return path;
  }
  return "";
}

std::string in_folder(std::string_view folder, const std::string& command) {
  return folder.empty() ? command : "(cd " + shell_words({std::string(folder)}) + " && " + command + ")";
}

std::string shell_words(const std::vector<std::string>& files) {
  std::vector<std::string> words;
  for (const auto& file : files) words.push_back(shell_quoted(file.starts_with('-') ? "./" + file : file));
  return join(words, " ");
}

}  // namespace regreen
