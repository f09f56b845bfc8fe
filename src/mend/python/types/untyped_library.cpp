// mypy.list-untyped: mypy finds an installed library that brings no types. Where the project's settings name such libraries one by
// one, this one joins them. A project that has no such list has not decided to do so: nothing is done for it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/toml_edit.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/text/string_list.h"
#include "mend/tool_home.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view overrides = "tool.mypy.overrides";
constexpr std::string_view option = "ignore_missing_imports";

// Does a pattern of the settings, "a.b" or "a.*", mean all modules?
bool is_everything(std::string_view pattern) { return pattern.starts_with('*'); }

// The module as the list writes the others: "a.*", or "a".
std::string written_like(std::string_view sample, const std::string& module) {
  return sample.ends_with(".*") ? module + ".*" : module;
}

bool covers(std::string_view pattern, std::string_view module) {
  return pattern.ends_with(".*") ? is_in(module, pattern.substr(0, pattern.size() - 2)) : pattern == module;
}

// The keys of the table of an override, which all have the same name.
std::vector<const TomlKey*> keys_in(const TomlText& toml, const TomlTable& table) {
  std::vector<const TomlKey*> keys;
  for (const auto& key : toml.keys()) {
    if (key.table == overrides && key.offset > table.header && key.offset < table.end) keys.push_back(&key);
  }
  return keys;
}

// module = […] beside nothing but ignore_missing_imports = true.
std::vector<Edit> listed_in_toml(std::string_view text, const std::string& module) {
  const TomlText toml(text);
  for (const auto& table : toml.tables()) {
    if (table.name != overrides || !table.is_array) continue;
    const auto keys = keys_in(toml, table);
    const auto named = [&](std::string_view name) { return std::ranges::find(keys, name, &TomlKey::name); };
    const auto of_module = named("module"), of_option = named(option);
    if (keys.size() != 2 || of_module == keys.end() || of_option == keys.end() || toml.value(**of_option) != "true")
      continue;
    const auto value = toml.value(**of_module);
    if (value.starts_with('[')) {
      const auto list = read_string_list(text, (*of_module)->value);
      if (!list || list->items.empty() || is_everything(list->items[0].value)) continue;
      const auto is_known = [&](const ListedString& one) { return covers(one.value, module); };
      if (std::ranges::any_of(list->items, is_known)) return {};
      return insert_string(text, *list, written_like(list->items[0].value, module));
    }
    if (value.size() < 3 || (value[0] != '"' && value[0] != '\'')) continue;
    const auto only = value.substr(1, value.size() - 2);
    if (is_everything(only)) continue;
    if (covers(only, module)) return {};
    const std::string quote(1, value[0]);
    return {{(*of_module)->value, 0, "["},
            {(*of_module)->value_end, 0, ", " + quote + written_like(only, module) + quote + "]"}};
  }
  return {};
}

/// A section of an INI file for some modules: `[mypy-a.*,b]`.
struct IniSection {
  std::size_t close = 0;  ///< of its bracket
  std::vector<std::string> patterns;
  std::vector<std::string> settings;
};

std::vector<IniSection> sections_of(std::string_view text) {
  std::vector<IniSection> sections;
  const Lines lines(text);
  bool is_inside = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto close = line.find(']');
    if (line.starts_with('[')) {
      is_inside = line.starts_with("[mypy-") && close != npos;
      if (!is_inside) continue;
      IniSection section{lines.begin(number) + close, {}, {}};
      for (const auto part : split(line.substr(6, close - 6), ',')) section.patterns.emplace_back(trim(part));
      sections.push_back(std::move(section));
    } else if (const auto setting = trim(line);
               is_inside && !setting.empty() && setting[0] != '#' && setting[0] != ';') {
      sections.back().settings.push_back(replace_all(lower(setting), " ", ""));
    }
  }
  return sections;
}

// [mypy-other.*] with nothing but ignore_missing_imports = True takes one more.
std::vector<Edit> listed_in_ini(std::string_view text, const std::string& module) {
  const std::string wanted = fmt::format("{}=true", option);
  const IniSection* last = nullptr;
  const auto sections = sections_of(text);
  for (const auto& section : sections) {
    if (section.settings.size() != 1 || section.settings[0] != wanted) continue;
    if (std::ranges::any_of(section.patterns, [&](const auto& one) { return covers(one, module); })) return {};
    if (std::ranges::none_of(section.patterns, is_everything)) last = &section;
  }
  if (last == nullptr) return {};
  return {{last->close, 0, "," + written_like(last->patterns.front(), module)}};
}

// In the order in which mypy looks.
constexpr auto settings_files = std::to_array<SettingsFile>(
    {{"mypy.ini", ""}, {".mypy.ini", ""}, {"pyproject.toml", "[tool.mypy"}, {"setup.cfg", "[mypy"}});

// In the nearest settings above the file that imports it.
void list_untyped(const Tree& tree, std::string_view file, const std::string& module, Draft& draft) {
  const auto read_in = [&](std::string_view folder) { return settings_in(tree, folder, settings_files); };
  const auto path = read_in(nearest_home(file, [&](auto folder) { return !read_in(folder).empty(); }));
  if (path.empty()) return;
  const auto text = draft.read(path).value_or("");
  draft.edit(path, path.ends_with(".toml") ? listed_in_toml(text, module) : listed_in_ini(text, module));
}

}  // namespace

std::vector<Patch> list_untyped_library(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string module(capture(occurrence, "module"));
    std::vector<std::string> beside;
    for (const auto& place : places_of(patient.tree, occurrence)) beside.push_back(place.file);
    if (!is_module_name(module) || beside.empty() || project.is_own(top_of(module), beside)) continue;
    list_untyped(patient.tree, beside.front(), module, draft);
  }
  return draft.patches();
}

}  // namespace regreen
