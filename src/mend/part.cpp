#include "mend/part.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/tool_home.h"

#include <algorithm>
#include <array>
#include <utility>

namespace regreen {
namespace {

// What makes a folder a project.
constexpr auto project_files = std::to_array<std::string_view>({
    "BUILD.bazel",   "CMakeLists.txt", "Cargo.toml",       "Dockerfile",       "GNUmakefile",  "Gemfile",
    "Makefile",      "Package.swift",  "build.gradle",     "build.gradle.kts", "build.sbt",    "build.xml",
    "composer.json", "cpanfile",       "dune-project",     "go.mod",           "makefile",     "meson.build",
    "mix.exs",       "package.json",   "package.yaml",     "pom.xml",          "pubspec.yaml", "pyproject.toml",
    "pytest.ini",    "rebar.config",   "requirements.txt", "setup.cfg",        "setup.py",     "stack.yaml",
    "tox.ini",       "tsconfig.json",
});

bool is_project(const Tree& tree, std::string_view folder) {
  return std::ranges::any_of(project_files, [&](auto name) { return tree.has(path_in(folder, name)); });
}

bool is_folder(const Tree& tree, std::string_view path) {
  const auto inside = std::string(path) + "/";
  return std::ranges::any_of(tree.list(), [&](const std::string& file) { return file.starts_with(inside); });
}

// What a command goes to, or lets a tool go to, before it does anything.
bool goes_to_the_next(std::string_view word) {
  constexpr auto words =
      std::to_array<std::string_view>({"cd", "pushd", "-C", "--directory", "--prefix", "--cwd", "--dir", "--chdir"});
  return is_among(word, words);
}

void add_once(std::string_view folder, std::vector<std::string>& parts) {
  if (parts.size() < parts_max && !is_among(folder, parts)) parts.emplace_back(folder);
}

void add_project(const Tree& tree, std::string_view folder, std::vector<std::string>& parts) {
  if (!folder.empty() && is_project(tree, folder)) add_once(folder, parts);
}

// What is in front of a file's path where the log leaves it out.
void add_left_out(const Tree& tree, std::string_view printed, std::vector<std::string>& parts) {
  while (printed.starts_with("./")) printed.remove_prefix(2);
  if (printed.empty() || printed.starts_with('/')) return;
  const auto file = find_file(tree, printed);
  if (!file || file->size() <= printed.size() + 1 || !file->ends_with("/" + std::string(printed))) return;
  add_project(tree, std::string_view(*file).substr(0, file->size() - printed.size() - 1), parts);
}

// Folders, and the folders of files, that are words of a command. One that it goes to is meant, whatever lies in it.
void add_named(const Tree& tree, std::string_view command, std::vector<std::string>& parts) {
  std::string plain(command);
  std::ranges::replace_if(
      plain, [](char c) { return contains("\"'`();&|=\n\t", std::string_view(&c, 1)); }, ' ');
  bool goes = false;
  for (auto word : split(plain, ' ')) {
    const bool went = std::exchange(goes, goes_to_the_next(word));
    while (word.starts_with("./")) word.remove_prefix(2);
    while (word.ends_with('/')) word.remove_suffix(1);
    if (word.empty() || !is_confined_path(word)) continue;
    if (went && is_folder(tree, word)) add_once(word, parts);
    add_project(tree, tree.has(word) ? folder_of(word) : word, parts);
  }
}

}  // namespace

std::vector<std::string> parts_meant(const Tree& tree, const Diagnosis& diagnosis, std::string_view command) {
  std::vector<std::string> parts;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    add_left_out(tree, capture(occurrence, "file"), parts);
    for (const auto& location : occurrence.locations) add_left_out(tree, location.file, parts);
    if (parts.size() == parts_max) return parts;
  }
  add_named(tree, command, parts);
  return parts;
}

Candidate seen_from_above(Candidate candidate, std::string_view folder) {
  if (auto* patch = std::get_if<Patch>(&candidate)) {
    for (auto& change : patch->changes) change.path = path_in(folder, change.path);
  } else if (auto* call = std::get_if<ToolCall>(&candidate)) {
    call->command = in_folder(folder, call->command);
  }
  return candidate;
}

}  // namespace regreen
