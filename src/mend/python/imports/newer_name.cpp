// python.use-backport: a name that only a later Python has in its typing module. typing_extensions has it for the others; where the
// project says that it needs the later Python, the job's version is wrong and the code stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/moved.h"
#include "mend/python/language/project.h"
#include "mend/python/language/python_floor.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

// The Python 3 in which a name came; nothing for one that has always been there, and for one that never was.
std::optional<int> minor_of(const Table& newer, std::string_view name) {
  const auto row = newer.find(name);
  return row == newer.end() ? std::nullopt : minor_behind(row->second, "");
}

// The names that are to come from typing_extensions: those that the running Python lacks, where the log tells which it is; else the
// one that the log names.
std::set<std::string, std::less<>> lacking(const Table& newer, const std::string& named, std::optional<int> running) {
  if (!running) return {named};
  std::set<std::string, std::less<>> names;
  for (const auto& [name, python] : newer) {
    if (minor_behind(python, "") > running) names.insert(name);
  }
  return names;
}

void import_backports(const Patient& patient, const std::set<std::string, std::less<>>& names, Draft& draft) {
  const PythonProject project(patient.tree, patient.rules);
  const NewHome home = [&](std::string_view name) -> std::optional<std::string> {
    if (!names.contains(name)) return std::nullopt;
    return "typing_extensions." + std::string(leaf_of(name));
  };
  for (const auto& path : python_files(patient.tree)) {
    const auto text = draft.read(path);
    const auto is_there = [&](const auto& name) { return contains(*text, leaf_of(name)); };
    // Who asks for the version has an answer of their own.
    if (!text || std::ranges::none_of(names, is_there) || contains(*text, "version_info")) continue;
    const auto group = [&](std::string_view module) { return project.group_of(module, path); };
    if (auto after = with_new_homes(*text, home, group)) draft.write(path, std::move(*after));
  }
}

// The code and, where the project does not declare typing_extensions yet, that.
Patch with_dependency(const Patient& patient, const Patch& code) {
  const PatchedTree tree(patient.tree, code);
  Diagnosis missing;
  missing.captures = {{"module", "typing_extensions"}};
  const auto patches = add_python_dependency({missing, tree, patient.rules});
  return patches.empty() ? code : code.then(patches.front());
}

}  // namespace

std::vector<Patch> use_backport(const Patient& patient) {
  Draft draft(patient.tree);
  const auto& newer = patient.rules.table("python-newer");
  const auto oldest = oldest_python(patient.tree);
  std::set<std::string> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto full = std::string(capture(occurrence, "module")) + "." + std::string(capture(occurrence, "symbol"));
    const auto minor = minor_of(newer, full);
    const auto running = minor_behind(occurrence.at.text, "python");
    if (!minor || oldest >= minor || running >= minor || !done.insert(full).second) continue;
    import_backports(patient, lacking(newer, full, running), draft);
  }
  if (draft.patch().empty()) return {};
  return {with_dependency(patient, draft.patch())};
}

}  // namespace regreen
