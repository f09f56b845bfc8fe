#include "mend/python/packages/install_commands.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/packages/dependency_home.h"
#include "mend/python/packages/requirements.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t include_depth_max = 8;

// Files in which a project writes down how it is set up and tested.
bool may_hold_commands(std::string_view path) {
  const auto name = name_of(path);
  if (path.starts_with(".github/workflows/") || path.starts_with(".circleci/") || path.starts_with(".github/actions/"))
    return true;
  if (name.ends_with(".sh") || name.ends_with(".mk") || name.ends_with(".bash")) return true;
  for (const std::string_view known :
       {"Makefile",     "GNUmakefile", "makefile",       "Dockerfile",          "Containerfile",
        "justfile",     "Justfile",    "tox.ini",        "noxfile.py",          "tasks.py",
        "Taskfile.yml", ".travis.yml", ".gitlab-ci.yml", "azure-pipelines.yml", "appveyor.yml",
        "Jenkinsfile",  "README.md",   "README.rst",     "CONTRIBUTING.md",     "bitbucket-pipelines.yml"}) {
    if (name == known || name.starts_with("Dockerfile.")) return true;
  }
  return path.starts_with("ci/") || path.starts_with("scripts/") || path.starts_with(".ci/");
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(line) + " ") {
    if (contains(" \t\r\"'`(),;&|", std::string_view(&c, 1))) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  return words;
}

void add_requirement_file(const Tree& tree, const std::string& folder, std::string_view name, InstallCommands& commands,
                          std::size_t depth = 0) {
  const auto printed = std::string(name);
  for (const auto& candidate : {path_in(folder, printed), printed}) {
    const auto path = resolved(candidate);
    if (!path || !tree.has(*path)) continue;
    if (is_among(*path, commands.requirement_files) || depth > include_depth_max) return;
    commands.requirement_files.push_back(*path);
    for (const auto& other : read_requirements(tree.read(*path).value_or("")).includes) {
      add_requirement_file(tree, std::string(folder_of(*path)), other, commands, depth + 1);
    }
    return;
  }
}

// ".[a,b]" was cut at its comma; what is left of it: ".[a" and "b]".
void add_extras(const std::vector<std::string>& words, InstallCommands& commands) {
  bool inside = false;
  for (auto word : words) {
    if (const auto open = word.find('['); open != std::string::npos) {
      inside = true;
      word = word.substr(open + 1);
    }
    const auto close = word.find(']');
    if (inside) commands.groups.push_back(word.substr(0, close));
    if (close != std::string::npos) inside = false;
  }
}

bool is_project(std::string_view word) {
  return word == "." || word == "./" || word.starts_with(".[") || word.starts_with("./[") || word.starts_with("-e.");
}

void read_pip(const Tree& tree, const std::string& folder, const std::vector<std::string>& words,
              InstallCommands& commands) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const auto next = i + 1 < words.size() ? words[i + 1] : std::string();
    if (word == "-r" || word == "--requirement")
      add_requirement_file(tree, folder, next, commands);
    else if (word.starts_with("--requirement="))
      add_requirement_file(tree, folder, word.substr(14), commands);
    else if (word.starts_with("-r") && !word.starts_with("--"))
      add_requirement_file(tree, folder, word.substr(2), commands);
    else if (word.starts_with("--group="))
      commands.groups.push_back(word.substr(8));
    else if (word == "--group" || word == "--extra" || word == "--with")
      commands.groups.push_back(next);
    else if (is_project(word))
      commands.installs_project = true;
  }
  add_extras(words, commands);
}

void read_line(const Tree& tree, const std::string& folder, std::string_view line, InstallCommands& commands) {
  const auto words = words_of(line);
  const bool pip = contains(line, "pip") && (is_among("install", words) || is_among("wheel", words) ||
                                             is_among("sync", words) || is_among("pip-sync", words));
  const bool session = contains(line, "session.install");
  const bool deps = !words.empty() && words[0].starts_with("-r");
  if (pip || session || deps) read_pip(tree, folder, words, commands);
  const bool manager =
      (is_among("poetry", words) || is_among("pdm", words) || is_among("pipenv", words) || is_among("hatch", words)) &&
      (is_among("install", words) || is_among("sync", words) || is_among("run", words));
  const bool uv = is_among("uv", words) && (is_among("sync", words) || is_among("run", words));
  if (manager || uv) {
    commands.installs_project = commands.all_groups = true;
    read_pip(tree, folder, words, commands);
  }
  if (is_among("setup.py", words) && (is_among("install", words) || is_among("develop", words)))
    commands.installs_project = true;
  if (is_among("tox", words) && !contains(line, "pip")) commands.runs_tox = commands.installs_project = true;
}

// Requirements files that the project's own metadata is read from.
void read_dynamic(const Tree& tree, InstallCommands& commands) {
  const auto text = tree.read("pyproject.toml");
  if (!text || !commands.installs_project) return;
  const TomlText toml(*text);
  for (const auto& key : toml.keys()) {
    if (!key.table.starts_with("tool.setuptools.dynamic")) continue;
    for (const auto& word : words_of(replace_all(std::string(toml.value(key)), "[", " "))) {
      add_requirement_file(tree, "", replace_all(word, "]", ""), commands);
    }
  }
}

}  // namespace

InstallCommands install_commands(const Tree& tree) {
  InstallCommands commands;
  for (const auto& path : tree.list()) {
    if (!may_hold_commands(path)) continue;
    const auto text = tree.read(path);
    if (!text) continue;
    for (const auto line : split_lines(*text)) {
      if (trim(line).starts_with('#')) continue;
      read_line(tree, std::string(folder_of(path)), line, commands);
    }
  }
  read_dynamic(tree, commands);
  return commands;
}

bool installs(const InstallCommands& commands, const DependencyHome& home, const Tree&) {
  const auto name = name_of(home.file);
  if (name == "tox.ini") return commands.runs_tox;
  if (name == "Pipfile") return commands.installs_project && commands.all_groups;
  const bool manifest = name == "pyproject.toml" || name == "setup.cfg" || name == "setup.py";
  if (!manifest) return is_among(home.file, commands.requirement_files);
  if (home.group.empty() || home.audience == Audience::build) return commands.installs_project;
  return is_among(home.group, commands.groups) || (commands.all_groups && home.audience == Audience::tests);
}

}  // namespace regreen
