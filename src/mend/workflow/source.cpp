#include "mend/workflow/source.h"

#include "base/text.h"
#include "mend/place.h"

#include <algorithm>

namespace regreen {

bool is_workflow(std::string_view path) {
  const bool yaml = path.ends_with(".yml") || path.ends_with(".yaml");
  return yaml && (path.starts_with(".github/workflows/") || path.starts_with(".github/actions/") ||
                  name_of(path) == "action.yml" || name_of(path) == "action.yaml");
}

std::vector<std::string> workflows_of(const Patient& patient) {
  auto files = files_of(patient.tree, patient.diagnosis);
  std::erase_if(files, [](const auto& file) { return !is_workflow(file); });
  if (!files.empty()) return files;
  std::ranges::copy_if(patient.tree.list(), std::back_inserter(files), is_workflow);
  return files;
}

std::optional<std::size_t> key_on(std::string_view line, std::string_view word) {
  auto at = line.find_first_not_of(' ');
  while (at != std::string_view::npos && line.substr(at).starts_with("- ")) at = line.find_first_not_of(' ', at + 1);
  if (at == std::string_view::npos || !line.substr(at).starts_with(word)) return std::nullopt;
  const auto behind = line.substr(at + word.size());
  return trim(behind).starts_with(':') ? std::optional(at) : std::nullopt;
}

bool is_blank(std::string_view line) { return trim(line).empty() || trim(line).starts_with('#'); }

}  // namespace regreen
