#include "mend/python/packages/requirement_text.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/dependency_home.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

// "1.10.2" → 1, 10, 2; nothing for pre-releases and other forms.
std::optional<std::vector<long>> numbers_of(std::string_view version) {
  std::vector<long> numbers;
  for (const auto part : split(trim(version), '.')) {
    const auto number = parse_number(part);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

/// The released versions that pip knows of, oldest first.
std::vector<std::pair<std::vector<long>, std::string>> known_versions(std::string_view list) {
  std::vector<std::pair<std::vector<long>, std::string>> versions;
  for (const auto one : split(list, ',')) {
    if (auto numbers = numbers_of(one)) versions.emplace_back(std::move(*numbers), trim(one));
  }
  std::ranges::sort(versions);
  return versions;
}

}  // namespace

bool begins_requirement(std::string_view text, std::string_view package) {
  const auto end = std::min(text.find_first_of(" [<>=!~;(@"), text.size());
  return normalized_package(text.substr(0, end)) == normalized_package(package) && is_package_name(text.substr(0, end));
}

std::vector<WrittenRequirement> requirements_in(const std::string& file, std::string_view text,
                                                std::string_view package) {
  std::vector<WrittenRequirement> all;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const bool code = file.ends_with(".toml") || file.ends_with(".py") || name_of(file) == "Pipfile";
    for (std::size_t at = 0; code && at < line.size(); ++at) {
      const auto end = line[at] == '"' || line[at] == '\'' ? line.find(line[at], at + 1) : std::string_view::npos;
      if (line[at] == '#') break;
      if (end == std::string_view::npos) continue;
      const auto content = line.substr(at + 1, end - at - 1);
      if (begins_requirement(content, package))
        all.push_back({file, lines.begin(number) + at + 1, std::string(content)});
      at = end;
    }
    if (code) continue;
    const auto begin = indentation(line).size();
    auto content = line.substr(begin);
    if (const auto comment = content.find(" #"); comment != std::string_view::npos)
      content = content.substr(0, comment);
    content = content.substr(0, content.find_last_not_of(" \t\\") + 1);
    if (begins_requirement(content, package)) all.push_back({file, lines.begin(number) + begin, std::string(content)});
  }
  return all;
}

std::vector<WrittenRequirement> requirements_of(const Tree& tree, std::string_view package) {
  std::set<std::string> files;
  for (const auto& home : dependency_homes(tree)) files.insert(home.file);
  std::vector<WrittenRequirement> all;
  for (const auto& file : files) {
    const auto more = requirements_in(file, tree.read(file).value_or(""), package);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

RequirementParts parts_of_requirement(std::string_view text) {
  RequirementParts parts;
  const auto marker = std::min(text.find(';'), text.size());
  parts.marker = text.substr(marker);
  auto front = text.substr(0, marker);
  const auto versions = std::min(front.find_first_of("<>=!~ "), front.size());
  parts.name = front.substr(0, versions);
  parts.versions = trim(front.substr(versions));
  return parts;
}

std::string plain_versions(std::string_view versions) {
  const auto commas = replace_all(std::string(versions), " and ", ",");
  auto parts = split(std::string_view(commas), ',');
  std::ranges::stable_partition(parts, [](auto part) { return !trim(part).starts_with('<'); });
  std::vector<std::string> plain;
  for (const auto part : parts) plain.emplace_back(trim(part));
  return join(plain, ",");
}

std::optional<std::string> nearest_version(std::string_view list, std::string_view wanted) {
  const auto versions = known_versions(list);
  const auto numbers = numbers_of(wanted);
  if (versions.empty() || !numbers) return std::nullopt;
  const auto shared = [&](const std::vector<long>& other) {
    return static_cast<std::size_t>(std::ranges::mismatch(*numbers, other).in1 - numbers->begin());
  };
  const auto* best = &versions.front();
  for (const auto& one : versions) {
    if (shared(one.first) >= shared(best->first)) best = &one;
  }
  return best->second;
}

}  // namespace regreen
