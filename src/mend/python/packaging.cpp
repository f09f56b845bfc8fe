// python.fix-entry-point: a console script that names a function its module does not have. python.add-package-data: files
// beside the code that the installed package lacks.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/slip.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto settings = std::to_array<std::string_view>({"pyproject.toml", "setup.cfg", "setup.py"});

/// A file that the installed package lacks: the package's folder in the tree, its name, and the rest of the path.
struct MissingData {
  std::string package, rest;
};

// ".venv/lib/python3.11/site-packages/letters/templates/a.txt", and src/letters/templates/a.txt is there
std::optional<MissingData> missing_data(const Tree& tree, std::string_view path) {
  const auto at = path.find("site-packages/");
  if (at == npos) return std::nullopt;
  const auto inside = path.substr(at + 14);
  const auto slash = inside.find('/');
  if (slash == npos) return std::nullopt;
  const bool is_there = tree.has(inside) || tree.has("src/" + std::string(inside));
  const bool is_plain = std::ranges::all_of(inside, [](char c) { return is(c, dotted) || c == '/'; });
  if (!is_there || !is_plain || inside.ends_with(".py")) return std::nullopt;
  return MissingData{std::string(inside.substr(0, slash)), std::string(inside.substr(slash + 1))};
}

// "templates/a.txt" → "templates/*.txt"
std::string pattern_of(std::string_view rest) {
  const auto name = name_of(rest);
  const auto dot = name.rfind('.');
  return path_in(folder_of(rest), "*" + std::string(dot == npos || dot == 0 ? "" : name.substr(dot)));
}

void declare_in_toml(const MissingData& data, Draft& draft) {
  const auto text = *draft.read("pyproject.toml");
  const auto line = data.package + " = [\"" + pattern_of(data.rest) + "\"]\n";
  const auto head = text.find("[tool.setuptools.package-data]\n");
  if (head == npos) {
    draft.edit("pyproject.toml",
               {{text.size(), 0,
                 (text.ends_with('\n') ? "" : "\n") + std::string("\n[tool.setuptools.package-data]\n") + line}});
  } else if (!contains(std::string_view(text).substr(head), data.package + " =")) {
    draft.edit("pyproject.toml", {{text.find('\n', head) + 1, 0, line}});
  }
}

void declare_in_ini(const MissingData& data, Draft& draft) {
  const auto text = *draft.read("setup.cfg");
  const auto line = data.package + " = " + pattern_of(data.rest) + "\n";
  const auto head = text.find("[options.package_data]\n");
  if (head == npos)
    draft.edit("setup.cfg", {{text.size(), 0,
                              (text.ends_with('\n') ? "" : "\n") + std::string("\n[options.package_data]\n") + line}});
  else if (!contains(std::string_view(text).substr(head), data.package + " ="))
    draft.edit("setup.cfg", {{text.find('\n', head) + 1, 0, line}});
}

// setup(…) gets a keyword more.
void declare_in_setup(const MissingData& data, Draft& draft) {
  const auto text = *draft.read("setup.py");
  if (contains(text, "package_data")) return;
  const PythonSource source(text);
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "setup") || !source.is(i + 1, "(") || (i > 0 && source.is(i - 1, "import"))) continue;
    const auto close = source.closing(i + 1);
    if (!close || *close == i + 2) return;
    const auto& last = source.tokens()[*close - 1];
    const bool comma = source.is(*close - 1, ",");
    draft.edit("setup.py", {{end_of(last), 0,
                             std::string(comma ? "" : ",") + "\n    package_data={\"" + data.package + "\": [\"" +
                                 pattern_of(data.rest) + "\"]}" + (comma ? "," : "")}});
    return;
  }
}

}  // namespace

std::vector<Patch> fix_entry_point(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string module(capture(occurrence, "module")), symbol(capture(occurrence, "symbol"));
    const auto home = is_module_name(module) && is_python_name(symbol) ? project.file_of(module) : std::nullopt;
    const auto text = home ? patient.tree.read(*home) : std::nullopt;
    const auto names = text ? defined_names(PythonSource(*text)) : std::vector<std::string>();
    const auto right = only_near(names, symbol);
    if (right.empty() || std::ranges::find(names, symbol) != names.end()) continue;
    const auto written = module + ":" + symbol;
    for (const auto file : settings) {
      const auto before = draft.read(file);
      const auto at = before ? before->find(written) : std::string::npos;
      if (at != std::string::npos) draft.edit(std::string(file), {{at + module.size() + 1, symbol.size(), right}});
    }
  }
  return draft.patches();
}

std::vector<Patch> add_package_data(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto data = missing_data(patient.tree, capture(occurrence, "path"));
    if (!data) continue;
    const auto toml = draft.read("pyproject.toml").value_or("");
    if (contains(toml, "[project]") || contains(toml, "[tool.setuptools"))
      declare_in_toml(*data, draft);
    else if (contains(draft.read("setup.cfg").value_or(""), "[options]"))
      declare_in_ini(*data, draft);
    else if (patient.tree.has("setup.py"))
      declare_in_setup(*data, draft);
  }
  return draft.patches();
}

}  // namespace regreen
