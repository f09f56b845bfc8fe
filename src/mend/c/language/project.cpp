#include "mend/c/language/project.h"

#include "mend/place.h"

#include <utility>
#include <vector>

namespace regreen {
namespace {

// All files that a way leads to from one.
template <class IsNext>
std::set<std::string> reached(const std::map<std::string, CSource>& sources, const std::string& file, IsNext is_next) {
  std::set<std::string> found;
  if (!sources.contains(file)) return found;
  std::vector<std::string> open = {file};
  found.insert(file);
  while (!open.empty()) {
    const auto one = std::move(open.back());
    open.pop_back();
    for (const auto& [path, source] : sources) {
      if (!found.contains(path) && is_next(one, path)) {
        found.insert(path);
        open.push_back(path);
      }
    }
  }
  return found;
}

}  // namespace

CProject::CProject(const Tree& tree, const Draft& draft) {
  for (const auto& path : tree.list()) {
    if (!is_c_family(path) || is_foreign(path)) continue;
    auto source = c_source(draft, path);
    if (!source) continue;
    includes_.emplace(path, include_lines(source->text));
    sources_.emplace(path, std::move(*source));
  }
}

std::set<std::string> CProject::included_by(const std::string& file) const {
  return reached(sources_, file, [&](const auto& user, const auto& header) { return includes(user, header); });
}

std::set<std::string> CProject::users_of(const std::string& file) const {
  return reached(sources_, file, [&](const auto& header, const auto& user) { return includes(user, header); });
}

// A header beside the file comes before one of that name elsewhere.
bool CProject::includes(const std::string& user, const std::string& header) const {
  if (!is_c_header(header) || !includes_file(includes_.at(user), header)) return false;
  const auto beside = path_in(folder_of(user), name_of(header));
  return beside == header || !sources_.contains(beside);
}

}  // namespace regreen
