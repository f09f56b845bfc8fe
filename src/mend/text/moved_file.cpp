#include "mend/text/moved_file.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/near_path.h"
#include "mend/text/set_aside.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t telling_bytes_min = 24;
constexpr std::size_t own_bytes_min = 200, own_lines_min = 4;  // that two files hardly have in common by chance

constexpr auto test_folders = std::to_array<std::string_view>(
    {"test", "tests", "testing", "testdata", "fixtures", "spec", "specs", "example", "examples", "benches"});

bool is_all_its_own(std::string_view text) {
  const auto lines = split_lines(text);
  const auto said = std::ranges::count_if(lines, [](auto line) { return !trim(line).empty(); });
  return text.size() >= own_bytes_min || static_cast<std::size_t>(said) >= own_lines_min;
}

std::string_view stem_of(std::string_view path) {
  const auto name = name_of(path);
  return name.substr(0, name.rfind('.'));
}

}  // namespace

bool is_for_tests(std::string_view path) {
  return std::ranges::any_of(split(path, '/'), [](auto part) { return is_among(part, test_folders); });
}

std::optional<std::string> file_of_same_text(const Patient& patient, const std::string& path) {
  const auto& commit = patient.last_commit.before;
  const auto before = commit.find(path);
  if (before == commit.end() || !before->second || patient.tree.has(path)) return std::nullopt;
  if (trim(*before->second).size() < telling_bytes_min || is_ignored(patient.tree, path)) return std::nullopt;
  std::optional<std::string> found;
  for (const auto& [file, was] : commit) {
    if (was || patient.tree.read(file) != before->second) continue;
    if (found) return std::nullopt;
    found = file;
  }
  return found;
}

std::optional<std::string> moved_file(const Patient& patient, const std::string& path) {
  const auto found = file_of_same_text(patient, path);
  if (!found || is_vendored(*found) || !may_stand_for(*found, path)) return std::nullopt;
  if (is_for_tests(*found) && !is_for_tests(path)) return std::nullopt;
  const auto folder = std::string(folder_of(path));
  if (!folder.empty() && found->starts_with(folder + "/") && folder_of(*found) != folder) return std::nullopt;
  if (name_of(*found) == name_of(path)) return found;
  const bool is_beside = folder_of(*found) == folder && (is_data(path) || path.ends_with(".txt"));
  if (is_beside || is_set_aside(stem_of(*found), stem_of(path))) return std::nullopt;
  return is_all_its_own(*patient.tree.read(*found)) ? found : std::nullopt;
}

}  // namespace regreen
