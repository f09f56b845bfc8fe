#include "mend/docker/parted.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::string_view ending = ".txt";

// Is the list for those who run the project, as far as its name tells? "requirements-dev", "mypy", "e2e" are for others.
bool is_for_running(std::string_view name) {
  constexpr auto words = std::to_array<std::string_view>(
      {"requirements", "base", "common", "core", "default", "main", "prod", "production", "run", "runtime"});
  auto stem = std::string(name.substr(0, name.find('.')));
  std::ranges::replace(stem, '_', '-');
  return std::ranges::all_of(split(stem, '-'), [&](std::string_view part) { return is_among(part, words); });
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
    if (folder_of(one) != folder || !one.ends_with(ending) || !is_for_running(name_of(one)) || is_hidden(one)) continue;
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
