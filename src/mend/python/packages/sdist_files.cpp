// python.include-in-sdist: setup.py reads a file that the project has and its source distribution lacks, so that the package cannot
// be built from it. MANIFEST.in says what goes in.
//
// The tools that build it run setup.py in its folder, and print neither the folder nor the script: what it reads there and the project
// has is lacking in the distribution, where the project makes one, or in an image, where a Dockerfile copies setup.py.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Where pip and build unpack a source distribution, whose own folder follows, or not.
constexpr auto unpacked =
    std::to_array<std::string_view>({"build-via-sdist-", "pip-req-build-", "pip-build-", "pip-wheel-"});

// "beaconlog-0.7.0", "beaconlog-1.0rc1"
bool is_release(std::string_view folder) {
  const auto dash = folder.rfind('-');
  return dash != std::string_view::npos && dash > 0 && dash + 1 < folder.size() && is_digit(folder[dash + 1]) &&
         is_package_name(folder.substr(0, dash));
}

bool is_unpacked(std::string_view folder) {
  return is_release(folder) || std::ranges::any_of(unpacked, [&](auto front) { return folder.starts_with(front); });
}

// What stands behind the folder of the unpacked distribution: "requirements/base.txt"; "" where there is none.
std::string_view inside(const Tree& tree, std::string_view path) {
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const auto folder = path.substr(0, slash);
    const auto rest = path.substr(slash + 1);
    if (is_unpacked(name_of(folder)) && tree.has(rest)) return rest;
  }
  return "";
}

// Where only the name is printed, setup.py itself ran in the unpacked distribution.
bool ran_unpacked(const Occurrence& occurrence) {
  return std::ranges::any_of(lines_of(occurrence), [](const std::string& line) {
    const auto at = line.find("/setup.py\"");
    if (at == std::string::npos) return false;
    const auto folder = std::string_view(line).substr(0, at);
    return is_unpacked(name_of(folder));
  });
}

constexpr auto builds =
    std::to_array<std::string_view>({"*.yml", "*.yaml", "*.sh", "Makefile", "*.mk", "tox.ini", "noxfile.py"});
constexpr auto images = std::to_array<std::string_view>({"Dockerfile*", "*.dockerfile", "Containerfile*"});
constexpr auto builders = std::to_array<std::string_view>({"sdist", "-m build", "uv build", "pyproject-build", "tox"});

bool makes_distribution(const Tree& tree) {
  return !is_mentioned(tree, images, "setup.py") &&
         std::ranges::any_of(builders, [&](auto builder) { return is_mentioned(tree, builds, builder); });
}

// Did setuptools run the script for the tool that builds? It stands behind setuptools' own part of the traceback, without a name.
bool ran_by_builder(const Occurrence& occurrence) {
  bool is_setuptools = false;
  for (const std::string_view line : occurrence.before) {
    is_setuptools |= contains(line, "setuptools/build_meta.py\"") && line.ends_with("in run_setup");
    if (is_setuptools && contains(line, "File \"<string>\", line ")) return true;
  }
  return false;
}

// Does MANIFEST.in leave the file out on purpose, or take it in already?
bool is_settled(std::string_view manifest, const std::string& file) {
  return std::ranges::any_of(split_lines(manifest), [&](std::string_view line) {
    auto words = split(trim(line), ' ');
    std::erase(words, "");
    if (words.size() < 2 || (words[0] != "include" && words[0] != "exclude")) return false;
    return std::ranges::find(words.begin() + 1, words.end(), file) != words.end();
  });
}

bool is_plain(std::string_view path) {
  return std::ranges::all_of(path, [](char c) { return is(c, dotted) || c == '/'; });
}

}  // namespace

std::vector<Patch> include_in_sdist(const Patient& patient) {
  Draft draft(patient.tree);
  if (!patient.tree.has("setup.py")) return {};
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto path = capture(occurrence, "path");
    auto file = std::string(inside(patient.tree, path));
    const bool is_lacking =
        ran_unpacked(occurrence) || (ran_by_builder(occurrence) && makes_distribution(patient.tree));
    if (file.empty() && patient.tree.has(path) && is_lacking) file = path;
    if (file.empty() || file.ends_with(".py") || !is_plain(file)) continue;
    const auto manifest = draft.read("MANIFEST.in").value_or("");
    if (is_settled(manifest, file)) continue;
    const std::string end(line_end(manifest));
    const bool is_open = !manifest.empty() && !manifest.ends_with('\n');
    draft.write("MANIFEST.in", manifest + (is_open ? end : "") + "include " + file + end);
  }
  return draft.patches();
}

}  // namespace regreen
