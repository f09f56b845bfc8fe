// go.add-module: what go.mod lacks.

#include "base/text.h"
#include "mend/go/fixers.h"
#include "mend/go/language/imports.h"
#include "mend/place.h"

namespace regreen {

std::vector<ToolCall> add_go_module(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  const auto manifest = nearest(patient.tree, files.empty() ? "" : files.front(), "go.mod");
  if (manifest.empty()) return {};
  const auto folder = folder_of(manifest);
  const std::string go = folder.empty() ? "" : "cd " + shell_quoted(folder) + " && ";
  const std::string vendor = patient.tree.has(path_in(folder, "vendor/modules.txt")) ? " && go mod vendor" : "";
  if (patient.diagnosis.rule.value == "go.vendor-inconsistent") return {{go + "go mod vendor"}};
  std::vector<ToolCall> calls = {{go + "go mod tidy" + vendor}};
  std::string packages;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto module = capture(occurrence, "module");
    if (is_import_path(module) && !is_standard(module) && !contains(packages, module))
      packages += " " + shell_quoted(module);
  }
  if (!packages.empty()) calls.push_back({go + "go get" + packages + vendor});
  calls.push_back({go + "go mod tidy -e" + vendor});
  return calls;
}

}  // namespace regreen
