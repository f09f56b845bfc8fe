#include "mend/docker/parted.h"

#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::string_view ending = ".txt";

// What nobody needs who only runs the project.
bool is_for_development(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"dev", "develop", "development", "test", "tests", "testing", "ci", "doc", "docs", "lint", "local", "debug",
       "style", "typing", "types", "bench", "build", "release", "constraints"});
  return std::ranges::find(names, name.substr(0, name.find('.'))) != names.end();
}

bool takes_in_others(std::string_view list) {
  return std::ranges::any_of(split_lines(list), [](std::string_view line) {
    line = trim(line);
    return line.starts_with("-r") || line.starts_with("-c") || line.starts_with("--requirement") ||
           line.starts_with("--constraint") || line.starts_with("-e") || line.starts_with(".");
  });
}

}  // namespace

std::string parted_list(const Tree& tree, const std::string& path,
                        const std::function<bool(const std::string&)>& is_hidden) {
  if (name_of(path) != "requirements.txt") return "";
  const auto folder = path.substr(0, path.size() - ending.size());
  std::string found;
  for (const auto& one : tree.list()) {
    if (folder_of(one) != folder || !one.ends_with(ending) || is_for_development(name_of(one)) || is_hidden(one))
      continue;
    if (!found.empty()) return "";
    found = one;
  }
  return found.empty() || takes_in_others(tree.read(found).value_or("-r")) ? "" : found;
}

std::vector<Edit> copied_from(std::string_view dockerfile, const CopiedSource& source, const std::string& path) {
  const auto to = dockerfile.substr(source.to, source.to_length);
  const Edit from{source.at, source.length, path};
  const auto name = std::string(name_of(source.path));
  if (to == ".") return {from, {source.to, source.to_length, "./" + name}};
  if (to.ends_with('/')) return {from, {source.to + source.to_length, 0, name}};
  return to.ends_with(ending) ? std::vector{from} : std::vector<Edit>{};
}

}  // namespace regreen
