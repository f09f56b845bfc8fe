// python.use-backport: a name that only a later Python has in its typing module. typing_extensions has it for the others; where the
// project says that it needs the later Python, the job's version is wrong and the code stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/moved.h"
#include "mend/python/project.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t files_max = 4000;

/// A name, and the Python 3 in which it came.
struct Newer {
  std::string_view name;
  int minor;
};

constexpr auto newer_names = std::to_array<Newer>({
    {"typing.Final", 8},
    {"typing.Literal", 8},
    {"typing.Protocol", 8},
    {"typing.SupportsIndex", 8},
    {"typing.TypedDict", 8},
    {"typing.final", 8},
    {"typing.get_args", 8},
    {"typing.get_origin", 8},
    {"typing.runtime_checkable", 8},
    {"typing.Annotated", 9},
    {"typing.Concatenate", 10},
    {"typing.ParamSpec", 10},
    {"typing.ParamSpecArgs", 10},
    {"typing.ParamSpecKwargs", 10},
    {"typing.TypeAlias", 10},
    {"typing.TypeGuard", 10},
    {"typing.is_typeddict", 10},
    {"typing.LiteralString", 11},
    {"typing.Never", 11},
    {"typing.NotRequired", 11},
    {"typing.Required", 11},
    {"typing.Self", 11},
    {"typing.TypeVarTuple", 11},
    {"typing.Unpack", 11},
    {"typing.assert_never", 11},
    {"typing.assert_type", 11},
    {"typing.clear_overloads", 11},
    {"typing.dataclass_transform", 11},
    {"typing.get_overloads", 11},
    {"typing.reveal_type", 11},
    {"collections.abc.Buffer", 12},
    {"types.get_original_bases", 12},
    {"typing.TypeAliasType", 12},
    {"typing.override", 12},
    {"typing.NoDefault", 13},
    {"typing.ReadOnly", 13},
    {"typing.TypeIs", 13},
    {"typing.get_protocol_members", 13},
    {"typing.is_protocol", 13},
    {"warnings.deprecated", 13},
});

// 11 of "…python3.11…" and of ">=3.11": what stands behind `front` and "3.".
std::optional<int> minor_behind(std::string_view text, std::string_view front) {
  const auto at = text.find(std::string(front) + "3.");
  if (at == std::string_view::npos) return std::nullopt;
  const auto digits = text.substr(at + front.size() + 2);
  const auto number = parse_number(digits.substr(0, std::min(digits.find_first_not_of("0123456789"), digits.size())));
  return number && *number < 100 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// The oldest Python that the project says it runs on.
std::optional<int> oldest_python(const Tree& tree) {
  for (const auto* file : {"pyproject.toml", "setup.cfg", "setup.py"}) {
    for (const auto line : split_lines(tree.read(file).value_or(""))) {
      const auto text = trim(line);
      if (!text.starts_with("requires-python") && !text.starts_with("python_requires") && !text.starts_with("python ="))
        continue;
      const auto plain = replace_all(std::string(text), " ", "");
      for (const auto* front : {">=", "^", "~=", "=="}) {
        if (const auto minor = minor_behind(plain, front)) return minor;
      }
    }
  }
  return std::nullopt;
}

// Which names are to come from typing_extensions: those the running Python lacks, where the log tells which it is; else the one
// that the log names.
NewHome backports(const std::string& named, std::optional<int> running) {
  return [named, running](std::string_view name) -> std::optional<std::string> {
    const auto row = std::ranges::find(newer_names, name, &Newer::name);
    if (row == newer_names.end() || (running ? row->minor <= *running : name != named)) return std::nullopt;
    return "typing_extensions." + std::string(leaf_of(name));
  };
}

void import_backports(const Patient& patient, const NewHome& home, Draft& draft) {
  const PythonProject project(patient.tree, patient.rules);
  std::size_t read = 0;
  for (const auto& path : patient.tree.list()) {
    if (!path.ends_with(".py") || ++read > files_max) continue;
    const auto text = draft.read(path);
    // Who asks for the version has an answer of their own.
    if (!text || contains(*text, "version_info")) continue;
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
  const auto oldest = oldest_python(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto full = std::string(capture(occurrence, "module")) + "." + std::string(capture(occurrence, "symbol"));
    const auto row = std::ranges::find(newer_names, full, &Newer::name);
    if (row == newer_names.end() || (oldest && *oldest >= row->minor)) continue;
    const auto running = minor_behind(occurrence.at.text, "python");
    if (running && *running >= row->minor) continue;
    import_backports(patient, backports(full, running), draft);
  }
  if (draft.patch().empty()) return {};
  return {with_dependency(patient, draft.patch())};
}

}  // namespace regreen
