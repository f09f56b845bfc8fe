#include "mend/python/tests/reached_modules.h"

#include "mend/python/language/import.h"

#include <vector>

namespace regreen {

std::set<std::string> modules_reached_from(const std::string& module, const Tree& tree, const PythonProject& project) {
  std::vector<std::string> reached{module};
  std::set<std::string> known{module};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const auto file = project.file_of(reached[i]);
    const auto text = file ? tree.read(*file) : std::nullopt;
    if (!text) continue;
    const PythonSource source(*text);
    for (const auto& one : imports_of(source)) {
      for (const auto& name : one.names) {
        for (auto full = project.imported_name(*file, one, name); !full.empty(); full = std::string(parent_of(full))) {
          if (project.file_of(full) && known.insert(full).second) reached.push_back(full);
        }
      }
    }
  }
  return known;
}

}  // namespace regreen
