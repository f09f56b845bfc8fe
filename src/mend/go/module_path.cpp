// go.fix-import-path: imports of the module itself under a name that it had before, and of its packages misspelt or moved.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
#include "mend/place.h"
#include "mend/slip.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

// The folders of Go packages.
std::set<std::string> packages_of(const Tree& tree) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    if (path.ends_with(".go")) folders.emplace(folder_of(path));
  }
  return folders;
}

// "example.org/old/internal/wave" → "example.org/new/internal/wave", where internal/wave is a folder of the module.
std::string today(const std::string& written, const std::string& module, const std::set<std::string>& packages) {
  std::string longest;
  for (const auto& folder : packages) {
    if (!folder.empty() && written.ends_with("/" + folder) && folder.size() > longest.size()) longest = folder;
  }
  const auto name = module.substr(module.rfind('/') + 1);
  if (longest.empty()) return packages.contains("") && written.ends_with("/" + name) ? module : "";
  return module + "/" + longest;
}

// "example.org/app/pkg/yeild" → "example.org/app/pkg/yield"; a package that moved is the only one of its name.
std::string today_inside(const std::string& written, const std::string& module, const std::set<std::string>& packages) {
  const auto folder = written.substr(module.size() + 1);
  if (packages.contains(folder)) return "";
  if (const auto near = only_near(packages, folder); !near.empty()) return module + "/" + near;
  std::string found;
  for (const auto& package : packages) {
    if (name_of(package) != name_of(folder)) continue;
    if (!found.empty()) return "";
    found = package;
  }
  return found.empty() ? "" : module + "/" + found;
}

}  // namespace

std::vector<Patch> fix_go_import_path(const Patient& patient) {
  Draft draft(patient.tree);
  const auto module = go_module_of(patient.tree.read("go.mod").value_or(""));
  if (module.empty()) return {};
  const auto packages = packages_of(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::string written(capture(occurrence, "module"));
    if (written.empty()) written = capture(occurrence, "package");
    const bool is_inside = written.starts_with(module + "/");
    if (!seen.insert(written).second || written == module || (!is_inside && !contains(written, "."))) continue;
    const auto path = is_inside ? today_inside(written, module, packages) : today(written, module, packages);
    if (path.empty()) continue;
    for (const auto& file : patient.tree.list()) {
      const auto text = file.ends_with(".go") ? draft.read(file) : std::nullopt;
      if (!text) continue;
      std::vector<Edit> edits;
      const auto quoted = "\"" + written + "\"";
      for (auto at = text->find(quoted); at != std::string::npos; at = text->find(quoted, at + 1))
        edits.push_back({at + 1, written.size(), path});
      draft.edit(file, std::move(edits));
    }
  }
  return draft.patches();
}

}  // namespace regreen
