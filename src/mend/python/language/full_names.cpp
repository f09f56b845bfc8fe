#include "mend/python/language/full_names.h"

#include <algorithm>

namespace regreen {

FullNames::FullNames(const PythonSource& source, std::string_view file, const PythonProject& project) {
  for (const auto& one : imports_of(source)) {
    if (one.statement.indent > 0) continue;
    for (const auto& name : one.names) {
      const bool is_plain = !one.is_from && name.alias.empty();
      full_.emplace(name.bound(),
                    is_plain ? std::string(name.bound()) : project.imported_name(std::string(file), one, name));
    }
  }
}

std::string FullNames::full(std::string_view name) const {
  const auto found = full_.find(top_of(name));
  return found == full_.end() ? std::string(name) : found->second + std::string(name.substr(top_of(name).size()));
}

std::string FullNames::bound_to(std::string_view full) const {
  const auto found = std::ranges::find(full_, full, [](const auto& one) { return one.second; });
  return found == full_.end() ? "" : found->first;
}

}  // namespace regreen
