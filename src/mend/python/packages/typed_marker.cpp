// python.mark-typed: mypy finds a package of the project itself installed without the marker py.typed, so that nobody sees its types.
// A package that says it is typed, or whose functions all say what they take and answer, gets the marker, and it is installed with it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/own_projects.h"
#include "mend/python/packages/package_data.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto manifests = std::to_array<std::string_view>({"pyproject.toml", "setup.cfg", "setup.py"});

// The classifier "Typing :: Typed", not in a comment.
bool says_typed(const Tree& tree) {
  return std::ranges::any_of(manifests, [&](auto path) {
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(split_lines(text),
                               [](auto line) { return contains(line.substr(0, line.find('#')), "Typing :: Typed"); });
  });
}

// `a: int`, `*more: str`; `self`, `cls`, and the `*` and `/` between parameters, need no type.
bool says_type(const PythonSource& source, const PyValue& parameter) {
  const auto& [first, last] = parameter;
  const bool is_mark = source.is(first, "*") || source.is(first, "/");
  if (last == first + 1 && (is_mark || source.is(first, "self") || source.is(first, "cls"))) return true;
  const auto name = is_mark || source.is(first, "**") ? first + 1 : first;
  return source.is(name + 1, ":");
}

// `def f(a: int) -> int:`; a constructor says what it answers by its name.
bool says_types(const PythonSource& source, const PyFunction& function) {
  const auto open = function.def + 2;
  const auto close = source.is(open, "(") ? source.closing(open) : std::nullopt;
  if (!close || (!source.is(*close + 1, "->") && !source.is(function.def + 1, "__init__"))) return false;
  return std::ranges::all_of(arguments_between(source, open, *close),
                             [&](const auto& one) { return says_type(source, one); });
}

// Do all functions of the package say their types, and are there some?
bool is_annotated(const Tree& tree, const std::string& folder) {
  bool has_functions = false;
  const auto is_of_package = [&](auto path) { return path.starts_with(folder + "/") && !is_test_file(path); };
  for (const auto& path : python_files(tree, is_of_package)) {
    const auto text = tree.read(path).value_or("");
    const PythonSource source(text);
    const auto functions = functions_of(source);
    if (!std::ranges::all_of(functions, [&](const auto& one) { return says_types(source, one); })) return false;
    has_functions = has_functions || !functions.empty();
  }
  return has_functions;
}

// Does the tree say the package's types elsewhere: typings/letters/__init__.pyi, letters-stubs/core.pyi?
bool has_stubs(const Tree& tree, const std::string& folder) {
  const std::string name(name_of(folder));
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!path.ends_with(".pyi") || path.starts_with(folder + "/")) return false;
    return contains("/" + path, "/" + name + "/") || contains("/" + path, "/" + name + "-stubs/") ||
           name_of(path) == name + ".pyi";
  });
}

// Is the package what the project at the top is about: of its name, or the only one? Copies of other people's code lie beside it, too.
bool is_of_project(const Tree& tree, std::string_view folder) {
  const auto projects = own_projects(tree);
  const auto is_named = [&](const auto& one) {
    return one.folder.empty() && normalized_package(one.name) == normalized_package(name_of(folder));
  };
  if (std::ranges::any_of(projects, is_named)) return true;
  const auto around = folder_of(folder);
  if (!around.empty() && around != "src") return false;
  return std::ranges::none_of(tree.list(), [&](const std::string& path) {
    const auto other = folder_of(path);
    return name_of(path) == "__init__.py" && other != folder && folder_of(other) == around && !is_aside(path);
  });
}

// The folder of the package that the project at the top installs.
std::string folder_of_package(const Tree& tree, const PythonProject& project, std::string_view name) {
  const auto file = project.file_of(name).value_or("");
  if (name_of(file) != "__init__.py" || is_test_file(file)) return "";
  const auto is_at_top = [&](auto manifest) { return nearest(tree, file, manifest) == manifest; };
  const auto is_elsewhere = [&](auto manifest) {
    return !nearest(tree, file, manifest).empty() && !is_at_top(manifest);
  };
  if (std::ranges::none_of(manifests, is_at_top) || std::ranges::any_of(manifests, is_elsewhere)) return "";
  return std::string(folder_of(file));
}

}  // namespace

std::vector<Patch> mark_python_typed(const Patient& patient) {
  const PythonProject project(patient.tree, patient.rules);
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(top_of(capture(occurrence, "module")));
    const auto folder = folder_of_package(patient.tree, project, name);
    if (folder.empty() || has_stubs(patient.tree, folder) || !is_of_project(patient.tree, folder)) continue;
    if (!says_typed(patient.tree) && !is_annotated(patient.tree, folder)) continue;
    const auto marker = folder + "/py.typed";
    if (!patient.tree.has(marker)) draft.write(marker, "");
    declare_package_data({marker, name, "py.typed"}, draft);
  }
  return draft.patches();
}

}  // namespace regreen
