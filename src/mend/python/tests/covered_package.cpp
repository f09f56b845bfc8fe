// coverage.follow-package: what coverage is to measure is a package that the project has no more, since it was renamed. The project's
// only package is meant, or of several the one that bears the project's name. What is measured and how much of it is asked for stays.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto settings = std::to_array<std::string_view>(
    {"setup.cfg", "tox.ini", "pytest.ini", ".pytest.ini", "pyproject.toml", ".coveragerc", "noxfile.py"});
constexpr auto keys = std::to_array<std::string_view>({"source", "source_pkgs", "source_dirs", "include"});

bool is_settings(std::string_view path) {
  return is_among(name_of(path), settings) || is_makefile(path) || path.ends_with(".sh");
}

// The packages at the top of the folders from which modules are imported.
std::set<std::string> packages_of(const Tree& tree, const PythonProject& project) {
  std::set<std::string> packages;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "__init__.py" || is_aside(path) || is_test_file(path) || is_vendored(path)) continue;
    const auto package = folder_of(path);
    const auto folder = folder_of(package);
    if (!package.empty() && is_among(folder, project.roots())) packages.emplace(name_of(package));
  }
  return packages;
}

// name = "quaywatch" of pyproject.toml, setup.cfg or setup.py, as a package would be called.
std::string project_name(const Tree& tree) {
  for (const auto* file : {"pyproject.toml", "setup.cfg", "setup.py"}) {
    const auto text = tree.read(file).value_or("");
    for (const auto line : split_lines(text)) {
      auto plain = replace_all(std::string(trim(line)), " ", "");
      if (!plain.starts_with("name=")) continue;
      std::erase_if(plain, [](char c) { return c == '"' || c == '\'' || c == ','; });
      return replace_all(normalized_package(plain.substr(5)), "-", "_");
    }
  }
  return "";
}

std::string package_meant(const Tree& tree, const PythonProject& project) {
  const auto packages = packages_of(tree, project);
  if (packages.size() == 1) return *packages.begin();
  const auto name = project_name(tree);
  return packages.contains(name) ? name : "";
}

// Is there anything of that name to be measured, a module, file or folder?
bool is_there(const Tree& tree, const PythonProject& project, const std::string& name) {
  const auto folder = "/" + name + "/";
  return project.file_of(name) || std::ranges::any_of(tree.list(), [&](const auto& path) {
           return contains("/" + path, folder) || name_of(path) == name + ".py";
         });
}

// Is the stretch behind `--cov=` or `--cov `, or in a list of what coverage measures?
bool is_asked_for(std::string_view before, std::string_view section, std::string_view key) {
  const auto told = before.substr(0, before.find_last_not_of("\"'/.") + 1);
  const bool in_src = told.ends_with("src") && before != told;
  const auto front = in_src ? told.substr(0, told.size() - 3) : told;
  return front.ends_with("--cov=") || front.ends_with("--cov ") ||
         (is_among(key, keys) && (section == "run" || section == "report" || contains(section, "coverage")));
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || (!is(text[at], regreen::word) && text[at] != '-');
}

std::vector<Edit> renamed(std::string_view text, const std::string& from, const std::string& to) {
  std::vector<Edit> edits;
  const Lines lines(text);
  std::string_view section, key;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('[')) {
      section = trim(line).substr(1, trim(line).size() - 2);
      key = "";
    } else if (const auto equals = line.find('='); equals != std::string_view::npos && indentation(line).empty()) {
      key = trim(line.substr(0, equals));
    }
    if (trim(line).starts_with('#')) continue;
    for (auto at = line.find(from); at != std::string_view::npos; at = line.find(from, at + from.size())) {
      const bool is_whole = (at == 0 || !is(line[at - 1], regreen::word)) && ends_word(line, at + from.size());
      if (is_whole && is_asked_for(line.substr(0, at), section, key))
        edits.push_back({lines.begin(number) + at, from.size(), to});
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> follow_covered_package(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  const auto to = package_meant(patient.tree, project);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto module = std::string(capture(occurrence, "module"));
    if (module.starts_with("src/")) module.erase(0, 4);
    const std::string from(top_of(module.substr(0, module.find('/'))));
    if (to.empty() || !is_python_name(from) || is_there(patient.tree, project, from)) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_settings(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
      if (text && contains(*text, from)) draft.edit(path, renamed(*text, from, to));
    }
  }
  return draft.patches();
}

}  // namespace regreen
