#include "mend/python/imports/relative_import.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/import.h"

#include <algorithm>

namespace regreen {
namespace {

bool is_beside(const Tree& tree, const std::string& folder, const std::string& path) {
  return tree.has(path_in(folder, path + ".py")) || tree.has(path_in(folder, path + "/__init__.py"));
}

// How many leading dots go: one where the module lies beside the file, both where it lies one folder higher.
std::size_t dots_too_many(const Tree& tree, const std::string& folder, std::string_view module, bool beyond) {
  const auto dots = std::min(module.find_first_not_of('.'), module.size());
  if (dots == 0 || dots == module.size()) return 0;
  const auto path = replace_all(std::string(module.substr(dots)), ".", "/");
  const bool beside = is_beside(tree, folder, path);
  if (!beyond) return dots == 1 && beside ? 1 : 0;
  if (dots != 2) return 0;
  return beside ? 1 : is_beside(tree, std::string(folder_of(folder)), path) ? 2 : 0;
}

}  // namespace

void fix_relative_import(const Tree& tree, const PythonProject& project, const std::string& file,
                         std::string_view message, Draft& draft) {
  const auto text = draft.read(file);
  if (!text || !file.ends_with(".py")) return;
  const bool beyond = contains(message, "beyond top-level");
  const std::string folder(folder_of(file));
  if (!beyond && is_test_file(file) && !folder.empty()) {
    if (!tree.has(folder + "/__init__.py")) draft.write(folder + "/__init__.py", "");
    return;
  }
  if (!beyond && !project.importers(project.module_of(file)).empty()) return;
  const PythonSource source(*text);
  std::vector<Edit> edits;
  for (const auto& one : imports_of(source)) {
    if (const auto dots = dots_too_many(tree, folder, one.module, beyond))
      edits.push_back({one.module_offset, dots, ""});
  }
  draft.edit(file, std::move(edits));
}

}  // namespace regreen
