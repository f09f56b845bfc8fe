// python.name-packages: setuptools finds several folders at the top that could be packages, and takes none. The one that is the
// project's is named where the project says what it is: pyproject.toml, setup.cfg or setup.py.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/ini_list.h"
#include "mend/python/packages/manifest.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using Names = std::vector<std::string>;

// "['locales', 'pinpoint']."
Names folders_said(std::string_view detail) {
  Names folders;
  for (const auto part : split(detail, ',')) {
    const std::string name(between(part, "'", "'"));
    const bool is_aside = name == "tests" || name == "test" || name == "docs" || name == "examples";
    if (is_python_name(name) && !is_aside) folders.push_back(name);
  }
  return folders;
}

bool holds_code(const Tree& tree, const std::string& folder) {
  return std::ranges::any_of(tree.list(),
                             [&](const auto& path) { return folder_of(path) == folder && path.ends_with(".py"); });
}

// The package that has the project's name.
std::string named_as_project(const Tree& tree, const Names& packages) {
  const auto said = said_of(tree, package_name);
  for (const auto& one : packages) {
    if (!said.empty() && normalized_package(said[0].text) == normalized_package(one)) return one;
  }
  return "";
}

// A manifest speaks of a module, or of one in a folder, as a command or a plugin does: "commands.main:main".
bool is_entered(const Tree& tree, const std::string& folder, std::string_view signs = ".:") {
  static constexpr auto manifests = std::to_array<std::string_view>({"pyproject.toml", "setup.cfg", "setup.py"});
  const auto is_said = [&](std::string_view text) {
    for (auto at = text.find(folder); at != std::string_view::npos; at = text.find(folder, at + 1)) {
      const auto end = at + folder.size();
      const bool is_front = at == 0 || (!is(text[at - 1], dotted) && text[at - 1] != '/');
      if (is_front && end + 1 < text.size() && contains(signs, text.substr(end, 1)) && is(text[end + 1], word))
        return true;
    }
    return false;
  };
  return std::ranges::any_of(manifests, [&](auto file) { return is_said(tree.read(file).value_or("")); });
}

// A module beside the package that a command is in, or that the package imports: it will not be installed, either.
bool needs_module_beside(const Tree& tree, const PythonProject& project, const std::string& package) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    if (!path.ends_with(".py") || !folder_of(path).empty() || path == "setup.py") return false;
    const auto module = path.substr(0, path.size() - 3);
    const auto files = project.importers(module);
    return is_entered(tree, module, ":") ||
           std::ranges::any_of(files, [&](const auto& file) { return file.starts_with(package + "/"); });
  });
}

// "templates" in 'templates/day.txt' and "../templates"
bool is_in_path(std::string_view literal, const std::string& folder) {
  const auto begin = std::min(literal.find_first_of("'\""), literal.size());
  std::string text(literal.substr(begin));
  std::erase_if(text, [](char c) { return c == '"' || c == '\''; });
  const auto parts = split(text, '/');
  return is_among(folder, parts);
}

// Does the code of a package say the name of a folder in a text, as what reads files of it does? Texts that are told to readers do
// not count.
bool says_folder(const Tree& tree, const std::string& package, const std::string& folder) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    if (!path.starts_with(package + "/") || !path.ends_with(".py")) return false;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, folder)) return false;
    const PythonSource source(text);
    return std::ranges::any_of(source.statements(), [&](const PyStatement& statement) {
      for (auto i = statement.first; statement.last - statement.first > 1 && i < statement.last; ++i) {
        const bool is_text = source.tokens()[i].kind == PyKind::string;
        if (is_text && is_in_path(source.text(i), folder)) return true;
      }
      return false;
    });
  });
}

// Does the package do without the other folders? They will not be installed.
bool is_alone(const Patient& patient, const std::string& package, const Names& folders) {
  const PythonProject project(patient.tree, patient.rules);
  if (needs_module_beside(patient.tree, project, package)) return false;
  return std::ranges::all_of(folders, [&](const auto& one) {
    if (one == package) return true;
    const auto files = project.importers(one);
    return !is_entered(patient.tree, one) && !says_folder(patient.tree, package, one) &&
           std::ranges::none_of(files, [&](const auto& file) { return file.starts_with(package + "/"); });
  });
}

// The project's package among the folders; "" where none or several could be.
std::string package_among(const Patient& patient, const Names& folders) {
  Names packages, code;
  for (const auto& one : folders) {
    if (patient.tree.has(one + "/__init__.py")) packages.push_back(one);
    if (holds_code(patient.tree, one)) code.push_back(one);
  }
  if (packages.empty()) packages = code;
  if (packages.empty()) return "";
  const auto package = packages.size() == 1 ? packages.front() : named_as_project(patient.tree, packages);
  return package.empty() || !is_alone(patient, package, folders) ? "" : package;
}

// The package and what is in it: "pinpoint*", where no other folder begins so.
Names patterns_for(const std::string& package, const Names& folders) {
  const bool is_only =
      std::ranges::none_of(folders, [&](const auto& one) { return one != package && one.starts_with(package); });
  return is_only ? Names{package + "*"} : Names{package, package + ".*"};
}

std::string quoted_list(const Names& names) { return "[\"" + join(names, "\", \"") + "\"]"; }

std::vector<Edit> in_pyproject(std::string_view text, const Names& patterns) {
  const TomlText toml(text);
  const bool is_decided =
      std::ranges::any_of(toml.tables(),
                          [](const auto& table) { return table.name.starts_with("tool.setuptools.packages"); }) ||
      toml.find("tool.setuptools", "packages") != nullptr || toml.find("tool.setuptools", "py-modules") != nullptr;
  if (is_decided) return {};
  return {toml.add_table("tool.setuptools.packages.find", "include = " + quoted_list(patterns))};
}

std::vector<Edit> in_setup_cfg(std::string_view text, const Names& patterns) {
  const auto keys = ini_keys(text, "options");
  const auto has = [&](std::string_view key) { return is_among(key, keys); };
  if (has("packages") || has("py_modules") || contains(text, "[options.packages.find]")) return {};
  const Lines lines(text);
  const std::string end(line_end(text));
  const auto found =
      end + "[options.packages.find]" + end + "include =" + end + "    " + join(patterns, end + "    ") + end;
  const std::string open = text.empty() || text.ends_with('\n') ? "" : end;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (trim(lines.line(number)) != "[options]") continue;
    const auto below = lines.begin(number + 1);
    if (below == text.size()) return {{below, 0, open + "packages = find:" + end + found}};
    return {{below, 0, "packages = find:" + end}, {text.size(), 0, open + found}};
  }
  return {{text.size(), 0, open + end + "[options]" + end + "packages = find:" + end + found}};
}

// The bracket that opens the arguments of the only call of setup().
std::optional<std::size_t> setup_call(const PythonSource& source) {
  std::optional<std::size_t> call;
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "setup") || !source.is(i + 1, "(") || source.is(i - 1, "def")) continue;
    if (call) return std::nullopt;
    call = i + 1;
  }
  return call;
}

std::vector<Edit> in_setup_py(const PythonSource& source, const std::string& package) {
  const auto open = setup_call(source);
  const auto close = open ? source.closing(*open) : std::nullopt;
  if (!close || contains(source.text(), "packages") || contains(source.text(), "py_modules")) return {};
  const bool is_attribute = *open > 2 && source.is_attribute(*open - 3, "setuptools", "setup");
  const auto find = std::string(is_attribute ? "setuptools." : "") +
                    "find_packages(include=" + quoted_list({package, package + ".*"}) + ")";
  std::vector<Edit> edits = {with_argument(source, *open, *close, "packages=" + find)};
  if (is_attribute) return edits;
  if (!contains(source.text(), "from setuptools import")) return {};
  const auto group = [](std::string_view) { return ImportGroup::third_party; };
  if (auto import = add_import(source, "from setuptools import find_packages", group))
    edits.push_back(*std::move(import));
  return edits;
}

// Where the project says its name it says its packages.
void name_package(const Patient& patient, const std::string& package, const Names& folders, Draft& draft) {
  const auto said = said_of(patient.tree, package_name);
  const auto file = said.empty() ? std::string("pyproject.toml") : said.front().file;
  const auto text = draft.read(file);
  if (!text) return;
  if (file == "pyproject.toml")
    draft.edit(file, in_pyproject(*text, patterns_for(package, folders)));
  else if (file == "setup.cfg")
    draft.edit(file, in_setup_cfg(*text, patterns_for(package, folders)));
  else
    draft.edit(file, in_setup_py(PythonSource(*text), package));
}

}  // namespace

std::vector<Patch> name_python_packages(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto folders = folders_said(capture(occurrence, "detail"));
    const auto package = package_among(patient, folders);
    if (!package.empty()) name_package(patient, package, folders, draft);
  }
  return draft.patches();
}

}  // namespace regreen
