#include "mend/text/moved_file.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/near_path.h"
#include "model/last_commit.h"

namespace regreen {
namespace {

constexpr std::size_t telling_bytes_min = 24;

}  // namespace

std::optional<std::string> moved_file(const Patient& patient, const std::string& path) {
  const auto& commit = patient.last_commit.before;
  const auto before = commit.find(path);
  if (before == commit.end() || !before->second || patient.tree.has(path)) return std::nullopt;
  if (trim(*before->second).size() < telling_bytes_min || is_ignored(patient.tree, path)) return std::nullopt;
  std::optional<std::string> found;
  for (const auto& [file, was] : commit) {
    if (was || patient.tree.read(file) != before->second) continue;
    if (found || is_vendored(file) || !may_stand_for(file, path)) return std::nullopt;
    found = file;
  }
  return found;
}

}  // namespace regreen
