// python.add-main: a package is run by its name, and has no __main__.py. It runs what the project's own command runs: the console
// script whose function lives in the package.
//
//   No module named linkdepot.__main__; 'linkdepot' is a package and cannot be directly executed
//
// Where no script or several could be meant, nothing is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"

#include <algorithm>

namespace regreen {
namespace {

/// name = "module:function"
struct Script {
  std::string name, module, function;
};

std::optional<Script> script_of(std::string_view name, std::string_view target) {
  const auto colon = target.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto module = trim(target.substr(0, colon)), function = trim(target.substr(colon + 1));
  if (!is_module_name(module) || !is_python_name(function)) return std::nullopt;
  return Script{std::string(trim(name)), std::string(module), std::string(function)};
}

void add_of_pyproject(const Tree& tree, std::vector<Script>& scripts) {
  const auto text = tree.read("pyproject.toml").value_or("");
  const TomlText toml(text);
  for (const auto& key : toml.keys()) {
    if (key.table != "project.scripts" && key.table != "tool.poetry.scripts") continue;
    const auto value = toml.value(key);
    if (value.size() < 2 || (value[0] != '"' && value[0] != '\'')) continue;
    if (auto script = script_of(key.name, value.substr(1, value.size() - 2))) scripts.push_back(std::move(*script));
  }
}

// `name = module:function`, on lines of setup.cfg and in strings of setup.py, behind the word console_scripts.
void add_of_setup(const Tree& tree, std::string_view file, std::vector<Script>& scripts) {
  const auto text = tree.read(file).value_or("");
  const auto begin = text.find("console_scripts");
  if (begin == std::string::npos) return;
  const auto rest = std::string_view(text).substr(begin);
  for (const auto line : split_lines(rest.substr(0, std::min(rest.find("gui_scripts"), rest.size())))) {
    for (auto part : split(line, ',')) {
      while (!part.empty() && std::string_view(" \t[]'\"").find(part.front()) != std::string_view::npos)
        part.remove_prefix(1);
      while (!part.empty() && std::string_view(" \t[]}'\")").find(part.back()) != std::string_view::npos)
        part.remove_suffix(1);
      const auto equals = part.find('=');
      if (equals == std::string_view::npos) continue;
      if (auto script = script_of(part.substr(0, equals), part.substr(equals + 1)))
        scripts.push_back(std::move(*script));
    }
  }
}

// The script that a package is meant to run: the only one of its functions, or the one of its name.
std::optional<Script> script_for(const Tree& tree, const std::string& package) {
  std::vector<Script> scripts, inside;
  add_of_pyproject(tree, scripts);
  add_of_setup(tree, "setup.cfg", scripts);
  add_of_setup(tree, "setup.py", scripts);
  for (const auto& script : scripts) {
    if (script.module == package || script.module.starts_with(package + ".")) inside.push_back(script);
  }
  if (inside.size() > 1) {
    const auto name = normalized_package(replace_all(package, ".", "-"));
    std::erase_if(inside, [&](const auto& script) { return normalized_package(script.name) != name; });
  }
  return inside.size() == 1 ? std::optional(inside[0]) : std::nullopt;
}

}  // namespace

std::vector<Patch> add_package_main(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string package(capture(occurrence, "module"));
    const auto init = is_module_name(package) ? project.file_of(package) : std::nullopt;
    if (!init || name_of(*init) != "__init__.py") continue;
    const auto file = path_in(folder_of(*init), "__main__.py");
    const auto script = script_for(patient.tree, package);
    const auto home = script ? project.file_of(script->module) : std::nullopt;
    const auto code = home ? patient.tree.read(*home) : std::nullopt;
    if (!code || draft.read(file) || !binds_at_top(PythonSource(*code), script->function)) continue;
    draft.write(file, "import sys\n\nfrom " + script->module + " import " + script->function +
                          "\n\nif __name__ == \"__main__\":\n    sys.exit(" + script->function + "())\n");
  }
  return draft.patches();
}

}  // namespace regreen
