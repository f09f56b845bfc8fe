// python.follow-tool: black, ruff or uv was raised where it is installed from, and the setting that says which version may run was not.
//
//   Oh no! The required version `22.12.0` does not match the running version `23.1.0`!
//
// What runs must be what the project asks for by that very version, and nothing of it may ask for another one: else the version
// that runs may be the wrong one. Who raised the setting last means the setting.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/packages/requirement_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr std::string_view key = "required-version";

/// A place where a tool's settings are: a file by its name, a table in it.
struct SettingsPlace {
  std::string_view file, table;
};

/// A tool that looks at its own version: what its message has, its settings, the repositories of its hook for pre-commit.
struct Tool {
  std::string_view name, said;
  std::array<SettingsPlace, 3> places;
  std::array<std::string_view, 2> hooks;
};
constexpr auto tools = std::to_array<Tool>({
    {"black",
     "The required version `",
     {{{"pyproject.toml", "tool.black"}, {"pyproject.toml", "tool.black"}, {"pyproject.toml", "tool.black"}}},
     {"psf/black", "psf/black-pre-commit-mirror"}},
    {"ruff",
     "Required version `",
     {{{"pyproject.toml", "tool.ruff"}, {"ruff.toml", ""}, {".ruff.toml", ""}}},
     {"astral-sh/ruff-pre-commit", "charliermarsh/ruff-pre-commit"}},
    {"uv",
     "Required uv version `",
     {{{"pyproject.toml", "tool.uv"}, {"uv.toml", ""}, {"uv.toml", ""}}},
     {"astral-sh/uv-pre-commit", "astral-sh/uv-pre-commit"}},
});

const Tool* tool_of(std::string_view said) {
  const auto* found = std::ranges::find_if(tools, [&](const Tool& one) { return contains(said, one.said); });
  return found == tools.end() ? nullptr : found;
}

// 23.1.0: nothing but numbers.
bool is_plain_version(std::string_view version) {
  return !version.empty() && version.find_first_not_of("0123456789.") == std::string_view::npos;
}

// What `==22.12.0`, `22.12.0` and `22` of black become; "" where a range is asked for.
std::string today(std::string_view expected, std::string_view actual) {
  const std::string front = expected.starts_with("==") ? "==" : "";
  const auto version = expected.substr(front.size());
  if (!is_plain_version(version) || !is_plain_version(actual)) return "";
  const bool is_major = !contains(version, ".");
  return front + std::string(is_major ? actual.substr(0, actual.find('.')) : actual);
}

/// A text of a file.
struct Spot {
  std::string file;
  std::size_t offset = 0, length = 0;
};

// Where the settings ask for the version, without the quotes.
std::vector<Spot> settings_with(const Tree& tree, const Tool& tool, std::string_view expected) {
  std::vector<Spot> spots;
  for (const auto& path : tree.list()) {
    const bool is_home = std::ranges::any_of(tool.places, [&](const auto& one) { return one.file == name_of(path); });
    const auto text = is_home && !is_vendored(path) ? tree.read(path).value_or("") : "";
    const TomlText toml(text);
    for (const auto& place : tool.places) {
      const auto* found = place.file == name_of(path) ? toml.find(place.table, key) : nullptr;
      const auto value = found == nullptr ? std::string_view() : toml.value(*found);
      const bool is_it = value.size() > 2 && value.substr(1, value.size() - 2) == expected;
      if (!is_it) continue;
      spots.push_back({path, found->value + 1, expected.size()});
      break;
    }
  }
  return spots;
}

constexpr auto command_files = std::to_array<std::string_view>({"noxfile.py", "justfile", "Jenkinsfile", "tox.ini"});
constexpr auto side_folders = std::to_array<std::string_view>(
    {".github", ".circleci", ".gitlab", "requirements", "ci", ".ci", "script", "scripts", "tools"});

// Managers whose lists of packages are not read here.
constexpr auto other_lists =
    std::to_array<std::string_view>({"environment.yml", "environment.yaml", "pixi.toml", "Pipfile", "conda.yml"});

// Files whose commands may install a tool.
bool holds_commands(std::string_view path) {
  const auto name = name_of(path);
  return is_makefile(path) || is_dockerfile(path) || name.ends_with(".sh") || name.ends_with(".yml") ||
         name.ends_with(".yaml") || is_among(name, command_files);
}

// Those, and files that list what is installed.
bool lists_packages(std::string_view path) {
  return holds_commands(path) || path.ends_with(".toml") || path.ends_with(".cfg") || path.ends_with(".ini");
}

/// A version that a file asks for, and the folder whose files it is for.
struct Pin {
  std::string folder, version;
};

// "services/a" for services/a/requirements/dev.txt and services/a/.github/workflows/ci.yml.
std::string folder_served(std::string_view path) {
  std::string folder;
  for (const auto part : split(folder_of(path), '/')) {
    if (is_among(part, side_folders)) break;
    folder += (folder.empty() ? "" : "/") + std::string(part);
  }
  return folder;
}

bool is_documentation(std::string_view path) {
  const auto parts = split(path, '/');
  return std::ranges::any_of(parts, [](auto part) { return part == "docs" || part == "doc"; });
}

// The versions behind `black==` and `black[d]==`, wherever a text has it.
void add_pins(std::string_view text, std::string_view tool, const std::string& folder, std::vector<Pin>& pins) {
  for (auto at = text.find(tool); at != std::string_view::npos; at = text.find(tool, at + tool.size())) {
    auto behind = text.substr(at + tool.size(), 200);
    if (behind.starts_with('[')) behind.remove_prefix(std::min(behind.find(']'), behind.size() - 1) + 1);
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    if ((at > 0 && is(text[at - 1], dotted)) || !behind.starts_with("==")) continue;
    behind.remove_prefix(std::min(behind.find_first_not_of("= "), behind.size()));
    pins.push_back({folder, std::string(behind.substr(0, behind.find_first_not_of("0123456789.*abcrv")))});
  }
}

// All versions that the project asks for; a range is one that is no version.
std::vector<Pin> pins_of(const Tree& tree, const Tool& tool) {
  std::vector<Pin> pins;
  for (const auto& one : requirements_of(tree, tool.name)) {
    const auto versions = parts_of_requirement(one.text).versions;
    const auto pin = trim(std::string_view(versions).substr(versions.starts_with("==") ? 2 : 0));
    if (!is_documentation(one.file))
      pins.push_back({folder_served(one.file), std::string(pin.substr(0, pin.find(' ')))});
  }
  for (const auto& path : tree.list()) {
    const bool is_read = lists_packages(path) && !is_vendored(path) && !is_documentation(path);
    const auto text = is_read || is_among(name_of(path), other_lists) ? tree.read(path).value_or("") : "";
    if (is_among(name_of(path), other_lists) && contains(text, tool.name)) return {};
    if (is_read) add_pins(text, tool.name, folder_served(path), pins);
  }
  return pins;
}

// By a file beside the settings or above, and nowhere otherwise.
bool is_asked_for(const Tree& tree, const Tool& tool, std::string_view actual, std::string_view settings) {
  const auto pins = pins_of(tree, tool);
  const auto serves = [&](const Pin& pin) { return pin.folder.empty() || settings.starts_with(pin.folder + "/"); };
  return std::ranges::any_of(pins, serves) &&
         std::ranges::all_of(pins, [&](const Pin& pin) { return pin.version == actual; });
}

bool is_later(std::string_view one, std::string_view other) {
  const auto a = split(one, '.'), b = split(other, '.');
  const auto number = [](std::string_view part) { return parse_number(part).value_or(0); };
  return std::ranges::lexicographical_compare(b, a, {}, number, number);
}

// Did the newest commit set the version that is required? One that added the file tells nothing.
bool was_just_set(const Patient& patient, const Spot& spot, std::string_view expected) {
  const auto before = patient.last_commit.before.find(spot.file);
  return before != patient.last_commit.before.end() && before->second && !contains(*before->second, expected);
}

// Does a check of the project run the hook of pre-commit, which is of the version that is required? Only a person changes that file.
bool is_hook_checked(const Tree& tree, const Tool& tool, std::string_view expected) {
  std::string hooks;
  for (const auto& path : tree.list()) {
    if (name_of(path) == ".pre-commit-config.yaml") hooks += "\n" + tree.read(path).value_or("");
  }
  const bool has_tool = std::ranges::any_of(tool.hooks, [&](auto one) { return contains(hooks, one); });
  if (!has_tool || !contains(hooks, expected)) return false;
  const auto runs_hooks = [&](const auto& path) {
    return holds_commands(path) && contains(tree.read(path).value_or(""), "pre-commit");
  };
  return contains(hooks, "\nci:") || std::ranges::any_of(tree.list(), runs_hooks);
}

}  // namespace

std::vector<Patch> follow_tool_version(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto* tool = tool_of(occurrence.at.text);
    const auto expected = capture(occurrence, "expected"), actual = capture(occurrence, "actual");
    const auto version = today(expected, actual);
    if (tool == nullptr || version.empty() || version == expected) continue;
    const auto spots = settings_with(patient.tree, *tool, expected);
    const auto before = expected.substr(expected.starts_with("==") ? 2 : 0);
    if (spots.size() != 1 || was_just_set(patient, spots[0], before) || !is_later(actual, before)) continue;
    if (!is_asked_for(patient.tree, *tool, actual, spots[0].file) || is_hook_checked(patient.tree, *tool, before))
      continue;
    draft.edit(spots[0].file, {{spots[0].offset, spots[0].length, version}});
  }
  return draft.patches();
}

}  // namespace regreen
