// python.join-sides: a list of requirements in which a merge was committed that nobody finished. Packages that the two sides added do not
// exclude each other; where they ask for different versions of one, a human chooses.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/dependency_home.h"
#include "mend/python/fixers.h"
#include "mend/python/project.h"
#include "mend/python/requirements.h"
#include "mend/text/sides.h"

#include <algorithm>

namespace regreen {
namespace {

// "Flask[async]>=2 ; python_version<'3.12'  # why" → "flask;python_version<'3.12'"
std::optional<std::string> key_of(std::string_view line) {
  line = trim(line);
  if (line.starts_with('#') || line.starts_with('-') || contains(line, "://")) return std::string(line);
  const auto name = requirement_name(line);
  if (name.empty() || line.ends_with('\\') || contains(line, "--hash")) return std::nullopt;
  const auto code = line.substr(0, std::min(line.find(" #"), line.size()));
  const auto marker = code.substr(std::min(code.find(';'), code.size()));
  return normalized_package(name) + replace_all(std::string(marker), " ", "");
}

}  // namespace

std::vector<Patch> join_sides_of_requirements(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = is_requirements_file(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
    if (!text || !has_conflict_markers(*text)) continue;
    if (auto joined = joined_sides(*text, key_of)) draft.write(path, std::move(*joined));
  }
  return draft.patches();
}

}  // namespace regreen
