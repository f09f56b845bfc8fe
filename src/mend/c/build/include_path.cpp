// c.add-include-path: a header of the project lies in a folder that the compiler is not told to look into, or CMake writes
// it into the build folder.

#include "base/text.h"
#include "mend/c/build/built_header.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"

#include <optional>

namespace regreen {
namespace {

// The only folder from which the header would be found.
std::optional<std::string> folder_with(const Tree& tree, const std::string& header) {
  std::optional<std::string> found;
  for (const auto& path : tree.list()) {
    if (path != header && !path.ends_with("/" + header)) continue;
    if (found) return std::nullopt;
    found = path.size() == header.size() ? "." : path.substr(0, path.size() - header.size() - 1);
  }
  return found;
}

void tell_make(const Patient& patient, const std::string& folder, bool is_cpp, Draft& draft) {
  for (const auto& path : patient.tree.list()) {
    const auto text = is_makefile(path) && folder_of(path).empty() ? draft.read(path) : std::nullopt;
    if (!text || contains(*text, "-I" + folder)) continue;
    if (const auto at = end_of_flags(*text, {"CPPFLAGS", is_cpp ? "CXXFLAGS" : "CFLAGS"}))
      draft.edit(path, {{*at, 0, " -I" + folder}});
  }
}

}  // namespace

std::vector<Patch> add_include_path(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const std::string header(capture(occurrence, "path"));
    if (places.empty() || header.empty() || !is_c_family(places[0].file)) continue;
    const auto list = nearest(patient.tree, places[0].file, "CMakeLists.txt");
    const auto built = list.empty() ? "" : folder_of_built_header(patient.tree, header, list);
    if (!built.empty()) {  // of the same name as one that lies elsewhere: it was written to be found
      include_built_in_cmake(list, built, places[0].file, draft);
      continue;
    }
    const auto folder = folder_with(patient.tree, header);
    if (!folder) continue;
    if (!list.empty())
      include_in_cmake(list, *folder, places[0].file, draft);
    else
      tell_make(patient, *folder, !places[0].file.ends_with(".c"), draft);
  }
  return draft.patches();
}

}  // namespace regreen
