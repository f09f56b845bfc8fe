#include "mend/python/packages/dependency_home.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/packages/ini_list.h"
#include "mend/python/packages/install_commands.h"
#include "mend/python/packages/requirements.h"
#include "mend/text/string_list.h"

#include <algorithm>

namespace regreen {
namespace {

using Homes = std::vector<DependencyHome>;

std::vector<std::string> names_of(const std::vector<ListedString>& items) {
  std::vector<std::string> names;
  for (const auto& item : items) {
    if (auto name = requirement_name(item.value); !name.empty()) names.push_back(std::move(name));
  }
  return names;
}

void add_requirements_file(const std::string& path, const std::string& text, Homes& homes) {
  const auto all = read_requirements(text);
  DependencyHome home{
      path, "", audience_of(contains(name_of(path), "requirements.") ? folder_of(path) : path), {}, false, {}, {}};
  for (const auto& one : all.packages) home.names.push_back(one.name);
  for (const auto& other : all.includes) {
    if (auto included = resolved(path_in(folder_of(path), other))) home.includes.push_back(std::move(*included));
  }
  home.add = [](std::string_view now, std::string_view package) {
    const auto edit = add_requirement(now, package);
    return edit ? std::vector<Edit>{*edit} : std::vector<Edit>{};
  };
  homes.push_back(std::move(home));
}

// A key of a TOML file whose value is a list of requirements.
void add_toml_list(const std::string& path, const TomlText& toml, const std::string& text, const TomlKey& key,
                   Audience audience, std::string group, Homes& homes) {
  const auto list = read_string_list(text, key.value, ListItems::strings_and_tables);
  if (!list) return;
  DependencyHome home{path, std::move(group), audience, names_of(list->items), false, {}, {}};
  home.add = [table = key.table, name = key.name](std::string_view now, std::string_view package) -> std::vector<Edit> {
    const TomlText again(now);
    const auto* at = again.find(table, name);
    const auto items = at == nullptr ? std::nullopt : read_string_list(now, at->value, ListItems::strings_and_tables);
    return items ? insert_string(now, *items, package) : std::vector<Edit>{};
  };
  (void)toml;
  homes.push_back(std::move(home));
}

// A table of a TOML file whose keys are packages: Poetry, Pipfile.
void add_toml_table(const std::string& path, const TomlText& toml, const TomlTable& table, Audience audience,
                    std::string group, Homes& homes) {
  DependencyHome home{path, std::move(group), audience, {}, false, {}, {}};
  for (const auto* key : toml.keys_of(table.name)) home.names.push_back(key->name);
  home.add = [name = table.name](std::string_view now, std::string_view package) -> std::vector<Edit> {
    const TomlText again(now);
    const auto* at = again.find_table(name);
    if (at == nullptr) return {};
    return {again.add_key(*at, package, "\"*\"")};
  };
  homes.push_back(std::move(home));
}

bool is_dynamic(const TomlText& toml) {
  const auto* dynamic = toml.find("project", "dynamic");
  return dynamic != nullptr && contains(toml.value(*dynamic), "dependencies");
}

// [project] without dependencies: the key itself is what is added.
void add_missing_list(const std::string& path, Homes& homes) {
  DependencyHome home{path, "", Audience::users, {}, false, {}, {}};
  home.add = [](std::string_view now, std::string_view package) -> std::vector<Edit> {
    const TomlText again(now);
    const auto* project = again.find_table("project");
    if (project == nullptr || again.find("project", "dependencies") != nullptr) return {};
    TomlTable last = *project;
    const std::string end(line_end(now));
    const bool open_end = last.end > 0 && now[last.end - 1] != '\n';
    return {{last.end, 0, (open_end ? end : "") + "dependencies = [\"" + std::string(package) + "\"]" + end}};
  };
  homes.push_back(std::move(home));
}

void add_pyproject(const std::string& path, const std::string& text, Homes& homes) {
  const TomlText toml(text);
  for (const auto& key : toml.keys()) {
    const auto add = [&](Audience audience, std::string group) {
      add_toml_list(path, toml, text, key, audience, std::move(group), homes);
    };
    if (key.table == "project" && key.name == "dependencies") add(Audience::users, "");
    if (key.table == "build-system" && key.name == "requires") add(Audience::build, "build-system");
    const bool group = key.table == "project.optional-dependencies" || key.table == "dependency-groups" ||
                       key.table == "tool.pdm.dev-dependencies";
    if (group) add(audience_of(key.name), key.name);
    if (key.table == "tool.uv" && key.name == "dev-dependencies") add(Audience::tests, "dev");
    const bool hatch =
        key.table.starts_with("tool.hatch.envs.") && (key.name == "dependencies" || key.name == "extra-dependencies");
    if (hatch) add(Audience::tests, key.table.substr(16));
  }
  for (const auto& table : toml.tables()) {
    if (table.name == "tool.poetry.dependencies") add_toml_table(path, toml, table, Audience::users, "", homes);
    if (table.name == "tool.poetry.dev-dependencies") add_toml_table(path, toml, table, Audience::tests, "dev", homes);
    const std::string_view name = table.name;
    if (!name.starts_with("tool.poetry.group.") || !name.ends_with(".dependencies")) continue;
    const std::string group(name.substr(18, name.size() - 18 - 13));
    add_toml_table(path, toml, table, audience_of(group), group, homes);
  }
  const bool bare = toml.find_table("project") != nullptr && toml.find("project", "dependencies") == nullptr;
  if (bare && !is_dynamic(toml) && toml.find("project", "name") != nullptr) add_missing_list(path, homes);
}

void add_pipfile(const std::string& path, const std::string& text, Homes& homes) {
  const TomlText toml(text);
  if (const auto* table = toml.find_table("packages")) add_toml_table(path, toml, *table, Audience::users, "", homes);
  if (const auto* table = toml.find_table("dev-packages"))
    add_toml_table(path, toml, *table, Audience::tests, "dev", homes);
}

void add_ini_list(const std::string& path, const std::string& text, const std::string& section, const std::string& key,
                  Audience audience, const std::string& group, Homes& homes) {
  const auto list = find_ini_list(text, section, key);
  if (!list) return;
  DependencyHome home{path, group, audience, {}, false, {}, {}};
  for (const auto& one : list->items) home.names.push_back(one.name);
  if (auto name = requirement_name(list->inline_value); !name.empty()) home.names.push_back(std::move(name));
  home.add = [section, key](std::string_view now, std::string_view package) -> std::vector<Edit> {
    const auto again = find_ini_list(now, section, key);
    return again ? add_to_ini_list(now, *again, package) : std::vector<Edit>{};
  };
  homes.push_back(std::move(home));
}

void add_setup_cfg(const std::string& path, const std::string& text, Homes& homes) {
  add_ini_list(path, text, "options", "install_requires", Audience::users, "", homes);
  add_ini_list(path, text, "options", "tests_require", Audience::tests, "test", homes);
  for (const auto& key : ini_keys(text, "options.extras_require")) {
    add_ini_list(path, text, "options.extras_require", key, audience_of(key), key, homes);
  }
}

// The list that is given to a keyword of setup(): `name=[…]`, or `name=NAMES` with `NAMES = […]` above.
std::optional<StringList> list_of_keyword(const PythonSource& source, std::string_view keyword) {
  const auto& tokens = source.tokens();
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const bool key = source.is(i, keyword) && (source.is(i + 1, "=") || source.is(i + 1, ":"));
    if (!key) continue;
    if (source.is(i + 2, "[") || source.is(i + 2, "(")) return read_string_list(source.text(), tokens[i + 2].offset);
    if (!source.is_name(i + 2)) continue;
    for (const auto& one : source.statements()) {
      const bool assigns = source.is(one.first, source.text(tokens[i + 2])) && source.is(one.first + 1, "=") &&
                           source.is(one.first + 2, "[");
      if (assigns) return read_string_list(source.text(), tokens[one.first + 2].offset);
    }
  }
  return std::nullopt;
}

// The list of an extra: `"test": […]` in a dictionary.
std::optional<StringList> list_of_extra(const PythonSource& source, std::string_view extra) {
  const auto& tokens = source.tokens();
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const auto text = source.text(tokens[i]);
    const bool key = tokens[i].kind == PyKind::string && text.size() > 2 && text.substr(1, text.size() - 2) == extra;
    if (key && source.is(i + 1, ":") && source.is(i + 2, "["))
      return read_string_list(source.text(), tokens[i + 2].offset);
  }
  return std::nullopt;
}

using FindList = std::function<std::optional<StringList>(const PythonSource&)>;

void add_setup_list(const std::string& path, const PythonSource& source, const FindList& find, Audience audience,
                    std::string group, Homes& homes) {
  const auto list = find(source);
  if (!list) return;
  DependencyHome home{path, std::move(group), audience, names_of(list->items), false, {}, {}};
  home.add = [find](std::string_view now, std::string_view package) -> std::vector<Edit> {
    const auto again = find(PythonSource(now));
    return again ? insert_string(now, *again, package) : std::vector<Edit>{};
  };
  homes.push_back(std::move(home));
}

void add_setup_py(const std::string& path, const std::string& text, Homes& homes) {
  const PythonSource source(text);
  const auto keyword = [](std::string name) -> FindList {
    return [name](const PythonSource& now) { return list_of_keyword(now, name); };
  };
  const auto extra = [](std::string name) -> FindList {
    return [name](const PythonSource& now) { return list_of_extra(now, name); };
  };
  add_setup_list(path, source, keyword("install_requires"), Audience::users, "", homes);
  add_setup_list(path, source, keyword("tests_require"), Audience::tests, "tests_require", homes);
  for (const auto* name : {"test", "tests", "testing", "dev"})
    add_setup_list(path, source, extra(name), Audience::tests, name, homes);
}

void add_tox(const std::string& path, const std::string& text, Homes& homes) {
  add_ini_list(path, text, "testenv", "deps", Audience::tests, "tox", homes);
}

void mark_installed(const Tree& tree, Homes& homes) {
  const auto commands = install_commands(tree);
  for (auto& home : homes) home.is_installed = installs(commands, home, tree);
}

// `-r requirements/base.txt` and nothing else: the list is kept there, as far as it is for the same people.
void drop_fronts(Homes& homes) {
  std::vector<std::string> fronts;
  for (const auto& front : homes) {
    const auto holds_list = [&](const DependencyHome& other) {
      return other.audience == front.audience && is_among(other.file, front.includes);
    };
    if (front.names.empty() && std::ranges::any_of(homes, holds_list)) fronts.push_back(front.file);
  }
  std::erase_if(homes, [&](const auto& home) { return is_among(home.file, fronts); });
}

}  // namespace

Audience audience_of(std::string_view name) {
  const auto word = lower(name_of(name));
  for (const std::string_view part : {"test", "dev", "ci", "check", "qa"}) {
    const auto at = word.find(part);
    const bool begins = at == 0 || (at != std::string::npos && !(word[at - 1] >= 'a' && word[at - 1] <= 'z'));
    if (begins) return Audience::tests;
  }
  for (const std::string_view part : {"doc", "lint", "build", "example", "bench", "typing", "release"}) {
    if (contains(word, part)) return Audience::others;
  }
  return Audience::users;
}

bool declares(const DependencyHome& home, std::string_view package) {
  const auto wanted = normalized_package(package);
  return std::ranges::any_of(home.names, [&](const auto& name) { return normalized_package(name) == wanted; });
}

std::vector<DependencyHome> dependency_homes(const Tree& tree) {
  Homes homes;
  for (const auto& path : tree.list()) {
    const auto name = name_of(path);
    const bool known = name == "pyproject.toml" || name == "setup.cfg" || name == "setup.py" || name == "Pipfile" ||
                       name == "tox.ini" || (is_requirements_file(path) && !contains(name, "constraint"));
    if (!known || is_vendored(path)) continue;
    const auto text = tree.read(path);
    if (!text) continue;
    if (name == "pyproject.toml")
      add_pyproject(path, *text, homes);
    else if (name == "setup.cfg")
      add_setup_cfg(path, *text, homes);
    else if (name == "setup.py")
      add_setup_py(path, *text, homes);
    else if (name == "Pipfile")
      add_pipfile(path, *text, homes);
    else if (name == "tox.ini")
      add_tox(path, *text, homes);
    else
      add_requirements_file(path, *text, homes);
  }
  std::ranges::stable_sort(homes, {}, [](const auto& home) { return std::ranges::count(home.file, '/'); });
  mark_installed(tree, homes);
  drop_fronts(homes);
  return homes;
}

}  // namespace regreen
