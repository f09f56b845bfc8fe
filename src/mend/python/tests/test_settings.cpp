// python.fix-pytest-settings: a section or key of pytest's configuration that it does not know, and the folder from
// which the tests import.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/packages/package_home.h"
#include "mend/python/tests/unread_settings.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto pytest_keys = std::to_array<std::string_view>({"addopts",
                                                              "testpaths",
                                                              "python_files",
                                                              "python_classes",
                                                              "python_functions",
                                                              "markers",
                                                              "filterwarnings",
                                                              "minversion",
                                                              "norecursedirs",
                                                              "pythonpath",
                                                              "required_plugins",
                                                              "usefixtures",
                                                              "xfail_strict",
                                                              "log_cli",
                                                              "log_level",
                                                              "log_cli_level",
                                                              "log_file",
                                                              "junit_family",
                                                              "cache_dir",
                                                              "console_output_style",
                                                              "confcutdir",
                                                              "timeout",
                                                              "asyncio_mode",
                                                              "empty_parameter_set_mark",
                                                              "doctest_optionflags"});

constexpr auto settings_files =
    std::to_array<std::string_view>({"pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"});

void rename_section(Draft& draft) {
  const auto text = draft.read("setup.cfg");
  if (!text) return;
  const auto at = text->starts_with("[pytest]") ? 0 : text->find("\n[pytest]");
  if (at != std::string::npos) draft.edit("setup.cfg", {{at == 0 ? 1 : at + 2, 6, "tool:pytest"}});
}

void rename_key(const std::string& key, Draft& draft) {
  std::vector<std::string_view> near;
  for (const auto one : pytest_keys) {
    if (edit_distance(one, key, 2) <= 2) near.push_back(one);
  }
  if (near.size() != 1) return;
  for (const auto file : settings_files) {
    const auto text = draft.read(file);
    const auto at = text ? ("\n" + *text).find("\n" + key) : std::string::npos;
    const bool whole = at != std::string::npos && at + key.size() < text->size() &&
                       contains(" \t=", std::string_view(&(*text)[at + key.size()], 1));
    if (!whole) continue;
    draft.edit(std::string(file), {{at, key.size(), std::string(near[0])}});
    return;
  }
}

// A key that no file of settings has yet; `toml` is its value where that file is TOML.
void add_key(const std::string& key, const std::string& value, const std::string& toml_value, Draft& draft) {
  const bool decided = std::ranges::any_of(
      settings_files, [&](const auto file) { return contains(draft.read(file).value_or(""), key); });
  if (decided) return;
  for (const auto file : settings_files) {
    const auto text = draft.read(file);
    if (!text) continue;
    if (file == "pyproject.toml") {
      const TomlText toml(*text);
      const auto* table = toml.find_table("tool.pytest.ini_options");
      if (table == nullptr) continue;
      draft.edit("pyproject.toml", {toml.add_key(*table, key, toml_value)});
      return;
    }
    const std::string header = file == "setup.cfg" ? "[tool:pytest]\n" : "[pytest]\n";
    const auto at = text->find(header);
    if (at == std::string::npos) continue;
    draft.edit(std::string(file), {{at + header.size(), 0, key + " = " + value + "\n"}});
    return;
  }
  if (const auto text = draft.read("pyproject.toml"); text && !contains(*text, "tool.pytest"))
    draft.edit("pyproject.toml", {TomlText(*text).add_table("tool.pytest.ini_options", key + " = " + toml_value)});
  else if (!text)
    draft.write("pytest.ini", "[pytest]\n" + key + " = " + value + "\n");
}

// `pythonpath = .` of an INI file with one more folder; of the file's own section, whose header ends at `from`.
std::vector<Edit> one_more_in_ini(std::string_view text, std::size_t from, std::string_view folder) {
  const Lines lines(text);
  for (auto number = lines.number_at(from); lines.has(number) && !lines.line(number).starts_with('['); ++number) {
    const auto line = lines.line(number);
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || trim(line.substr(0, equals)) != "pythonpath") continue;
    const bool goes_on = lines.has(number + 1) && !indentation(lines.line(number + 1)).empty();
    const auto value = trim(line.substr(equals + 1));
    const auto folders = split(value, ' ');
    if (goes_on || value.empty() || is_among(folder, folders)) return {};
    return {{lines.begin(number) + static_cast<std::size_t>(value.data() + value.size() - line.data()), 0,
             " " + std::string(folder)}};
  }
  return {};
}

std::vector<Edit> one_more_in_toml(std::string_view text, std::string_view folder) {
  const TomlText toml(text);
  const auto* key = toml.find("tool.pytest.ini_options", "pythonpath");
  const auto list = key == nullptr ? std::nullopt : read_string_list(text, key->value);
  if (!list || std::ranges::find(list->items, folder, &ListedString::value) != list->items.end()) return {};
  return insert_string(text, *list, folder);
}

// Where the project says already from where its tests import: from there, too.
void extend_path(std::string_view folder, Draft& draft) {
  for (const auto file : settings_files) {
    const auto text = draft.read(file);
    if (!text) continue;
    const std::string_view header = file == "setup.cfg" ? "[tool:pytest]\n" : "[pytest]\n";
    const auto at = text->find(header);
    const auto edits = file == "pyproject.toml"       ? one_more_in_toml(*text, folder)
                       : at != std::string_view::npos ? one_more_in_ini(*text, at + header.size(), folder)
                                                      : std::vector<Edit>{};
    if (!edits.empty() && draft.edit(std::string(file), edits)) return;
  }
}

// What the tests import is what is installed: who looks for packages in the old place of one finds it in neither.
void follow_package(const Tree& tree, std::string_view folder, std::string_view package, Draft& draft) {
  const auto text = draft.read("pyproject.toml");
  if (text) draft.edit("pyproject.toml", find_packages_in(tree, *text, folder, package));
}

}  // namespace

std::vector<Patch> fix_pytest_settings(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (contains(occurrence.at.text, "[pytest] section in setup.cfg")) rename_section(draft);
    if (const std::string key(capture(occurrence, "key")); !key.empty()) rename_key(key, draft);
  }
  return draft.patches();
}

std::vector<Patch> set_asyncio_mode(const Patient& patient) {
  Draft draft(patient.tree);
  if (!contains(occurrences_of(patient.diagnosis).front().at.text, "async def")) return {};
  if (read_pytest_table(patient.tree, draft, "asyncio_mode", "auto") != UnreadTable::none) return draft.patches();
  add_key("asyncio_mode", "auto", "\"auto\"", draft);
  return draft.patches();
}

std::vector<Patch> add_pytest_path(const Patient& patient) {
  Draft draft(patient.tree);
  const std::string module(capture(occurrences_of(patient.diagnosis).front(), "module"));
  const std::string top(top_of(module));
  for (const auto* folder : {"src", "lib", "python"}) {
    const auto base = std::string(folder) + "/" + top;
    const bool there = !top.empty() && (patient.tree.has(base + "/__init__.py") || patient.tree.has(base + ".py"));
    if (there && read_pytest_table(patient.tree, draft, "pythonpath", folder) != UnreadTable::none)
      return draft.patches();
    if (there && draft.patch().empty()) add_key("pythonpath", folder, "[\"" + std::string(folder) + "\"]", draft);
    if (there && draft.patch().empty()) extend_path(folder, draft);
    if (there) follow_package(patient.tree, folder, top, draft);
  }
  // `pytest` alone, unlike `python -m pytest`, does not look beside the tests' folder.
  const bool beside = std::ranges::any_of(patient.tree.list(), [&](const auto& path) {
    return path == top + ".py" || (folder_of(path) == top && path.ends_with(".py"));
  });
  if (!top.empty() && beside && draft.patch().empty()) add_key("pythonpath", ".", "[\".\"]", draft);
  return draft.patches();
}

}  // namespace regreen
